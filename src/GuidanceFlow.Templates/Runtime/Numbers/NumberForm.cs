namespace GuidanceFlow.Templates.Runtime.Numbers;

/// <summary>The forms of numbers; of two in one operation the later form is taken for both.</summary>
internal enum NumberForm
{
    /// <summary>No number.</summary>
    None,

    /// <summary>A whole number of 64 bits, or true or false as 1 or 0.</summary>
    Integer,

    /// <summary>A whole number of any size.</summary>
    Big,

    /// <summary>32 bits.</summary>
    Float,

    /// <summary>64 bits.</summary>
    Double,

    /// <summary>28 decimal digits.</summary>
    Decimal,
}
