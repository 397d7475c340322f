using System.Globalization;
using System.Text;
using GuidanceFlow.Templates.Parsing;
using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Tour;

/// <summary>
/// A template of the tour, <c>name.scriban</c>, with its model, <c>name.json</c> or the folder's <c>model.json</c>, and either what
/// it prints, <c>name.txt</c>, or what is said about it, <c>name.error.txt</c>. In <c>name.de-DE.scriban</c> the culture is German.
/// What a folder's templates may include stands beside them in <c>name.partial.scriban</c>.
/// </summary>
internal sealed class TourCase
{
    private const string PartialEnding = ".partial.scriban";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;

    /// <param name="name">The case as <c>folder/name</c>.</param>
    public TourCase(string name) => _path = Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The folder of the tour in the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All cases, as <c>folder/name</c>, in the order of the tour.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Root, "*.scriban", SearchOption.AllDirectories)
            .Where(path => !IsPartial(path))
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Root, path), null).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether a file is a partial, which is no case of its own.</summary>
    public static bool IsPartial(string path) => path.EndsWith(PartialEnding, StringComparison.Ordinal);

    public string OutputPath => _path + ".txt";

    public string ErrorPath => _path + ".error.txt";

    /// <summary>What the template prints, or what is said about it instead, one finding a line.</summary>
    public string Run(out bool isError)
    {
        ParseResult<Template> parsed = Template.Parse(File.ReadAllText(_path + ".scriban"), new TemplateOptions { Partials = Partials() });
        isError = !parsed.Success;
        if (isError)
        {
            return string.Concat(parsed.Diagnostics.Select(found => found + "\n"));
        }

        try
        {
            return parsed.GetOrThrow().Render(Models.Read(File.ReadAllText(ModelPath())), new RenderSettings { Culture = Culture() });
        }
        catch (TemplateRuntimeException exception)
        {
            isError = true;
            return exception.Message + "\n";
        }
    }

    /// <summary>Takes a text for what the case gives from now on.</summary>
    public void Accept(string text, bool isError)
    {
        File.Delete(isError ? OutputPath : ErrorPath);
        File.WriteAllText(isError ? ErrorPath : OutputPath, text, Utf8);
    }

    private TemplatePartials Partials() => TemplatePartials.Create(
        Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, "*" + PartialEnding)
            .Select(path => KeyValuePair.Create(Path.GetFileName(path)[..^PartialEnding.Length], File.ReadAllText(path))));

    private string ModelPath() => File.Exists(_path + ".json") ? _path + ".json" : Path.Combine(Path.GetDirectoryName(_path)!, "model.json");

    private CultureInfo Culture() => CultureInfo.GetCultureInfo(Path.GetExtension(_path).TrimStart('.'));

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GuidanceFlow.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds GuidanceFlow.sln; run the tests inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "GuidanceFlow.Templates.Tests", "Tour");
    }
}
