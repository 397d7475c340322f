namespace GuidanceFlow.Templates.Tests.Fuzzing;

/// <summary>A template made up at random and a model to render it with; the seed alone makes it again.</summary>
/// <param name="Seed">What everything follows from.</param>
/// <param name="Template">The template's text.</param>
/// <param name="Model">The model as JSON.</param>
/// <param name="IsBroken">Whether the text was spoiled after it was made; most such texts are no template any more.</param>
internal sealed record FuzzCase(int Seed, string Template, string Model, bool IsBroken)
{
    private const int BrokenPercent = 25;

    public static FuzzCase Of(int seed, int brokenPercent = BrokenPercent)
    {
        var dice = new Dice(seed);
        string model = ModelGenerator.Make(dice);
        string template = new TemplateGenerator(dice).Make();
        bool isBroken = dice.Chance(brokenPercent);
        return new FuzzCase(seed, isBroken ? TextBreaker.Break(dice, template) : template, model, isBroken);
    }

    public override string ToString() => $"Seed {Seed}, model {Model}, template:\n{Template}";
}
