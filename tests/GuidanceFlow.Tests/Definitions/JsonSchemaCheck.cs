using System.Text.Json;
using System.Text.RegularExpressions;

namespace GuidanceFlow.Tests.Definitions;

/// <summary>As much of JSON Schema 2020-12 as the project's schemas use; a keyword it does not know is an error, so that no rule is passed over.</summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    /// <summary>Whether a value follows the schema.</summary>
    public bool Accepts(JsonElement value) => Accepts(root, value);

    private bool Accepts(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Follows(schema, keyword, value));

    private bool Follows(JsonElement schema, JsonProperty keyword, JsonElement value)
    {
        JsonElement rule = keyword.Value;
        switch (keyword.Name)
        {
            case "$schema" or "$defs" or "title" or "description" or "default" or "format":
                return true;
            case "$ref":
                return Accepts(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value);
            case "type":
                return rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(type => IsOfType(type, value)) : IsOfType(rule, value);
            case "const":
                return JsonElement.DeepEquals(rule, value);
            case "enum":
                return rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));
            case "anyOf":
                return rule.EnumerateArray().Any(one => Accepts(one, value));
            case "oneOf":
                return rule.EnumerateArray().Count(one => Accepts(one, value)) == 1;
            case "minLength":
                return value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32();
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.ECMAScript);
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble();
            case "exclusiveMinimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() > rule.GetDouble();
            case "maximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble();
            case "items":
                return value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(rule, item));
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32();
            case "minProperties":
                return value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() >= rule.GetInt32();
            case "required":
                return value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "dependentRequired":
                return value.ValueKind != JsonValueKind.Object
                    || rule.EnumerateObject().All(member => !value.TryGetProperty(member.Name, out _) || member.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)));
            case "properties":
                return value.ValueKind != JsonValueKind.Object
                    || rule.EnumerateObject().All(member => !value.TryGetProperty(member.Name, out JsonElement found) || Accepts(member.Value, found));
            case "additionalProperties":
                return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member =>
                    (schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member.Name, out _))
                    || (rule.ValueKind == JsonValueKind.Object && Accepts(rule, member.Value)));
            default:
                throw new NotSupportedException($"The keyword '{keyword.Name}' is not known here.");
        }
    }

    private static bool IsOfType(JsonElement type, JsonElement value) => type.GetString() switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()) == value.GetDouble(),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The type '{type}' is not known here."),
    };
}
