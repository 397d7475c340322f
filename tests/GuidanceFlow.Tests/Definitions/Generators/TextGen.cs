using FsCheck;
using FsCheck.Fluent;
using GuidanceFlow.Definitions;

namespace GuidanceFlow.Tests.Definitions.Generators;

/// <summary>Random texts, odd ones included, and the small pieces the other generators are made of.</summary>
internal static class TextGen
{
    /// <summary>Texts that are hard on a JSON reader or writer.</summary>
    private static readonly string[] Pieces =
    [
        "a", "Z", "9", " ", "é", "中文", "😀", "👩‍👩‍👧", "ﷺ", "e\u0301", "\u202E", "\u200B", "\uFEFF", "\u2028", "\uFFFF", "\U0010FFFF", "\0", "\u0001", "\u007F", "\u0085",
        "\n", "\r\n", "\t", "\"", "\\", "/", "\\u00e9", "//", "/*", "<b>", "&", "'", "`", "{{ name }}", "{", "}", "[", "]", ",", ":", "null", "true", "~1", "…",
    ];

    /// <summary>A text, empty or not.</summary>
    public static Gen<string> Any { get; } = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    /// <summary>A text that holds something.</summary>
    public static Gen<string> Text { get; } = from first in Gen.Elements(Pieces) from rest in Any select first + rest;

    public static Gen<bool> Flag { get; } = Gen.Elements(true, false);

    /// <summary>A value, or in one of three cases none.</summary>
    public static Gen<T?> Maybe<T>(this Gen<T> gen)
        where T : class => Gen.Frequency((2, gen.Select(value => (T?)value)), (1, Gen.Constant<T?>(null)));

    /// <summary>A value, or in one of three cases none.</summary>
    public static Gen<T?> MaybeValue<T>(this Gen<T> gen)
        where T : struct => Gen.Frequency((2, gen.Select(value => (T?)value)), (1, Gen.Constant<T?>(null)));

    /// <summary>A few values.</summary>
    public static Gen<EquatableArray<T>> Some<T>(this Gen<T> gen, int least = 0, int most = 3) =>
        from count in Gen.Choose(least, most) from items in gen.ArrayOf(count) select items.ToEquatableArray();

    /// <summary>A few values with different names.</summary>
    public static Gen<EquatableArray<T>> Named<T>(this Gen<T> gen, Func<T, string> name, int least = 0) =>
        gen.Some(least).Select(items => items.DistinctBy(name).ToEquatableArray());
}
