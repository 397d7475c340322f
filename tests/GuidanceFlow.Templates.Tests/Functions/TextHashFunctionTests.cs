using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class TextHashFunctionTests
{
    [Theory]
    [InlineData("{{ \"test\" | string.md5 }} {{ \"test\" | string.sha1 }} {{ \"é\" | string.sha256 }}", "098f6bcd4621d373cade4e832627b4f6 a94a8fe5ccb19ba61c4c0873d391e987982fbbd3 4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c")]
    [InlineData("{{ \"test\" | string.sha512 | string.size }} {{ \"test\" | string.hmac_sha1 \"secret\" }} {{ \"test\" | string.hmac_sha256 \"secret\" }} {{ \"test\" | string.hmac_sha512 \"secret\" | string.size }}", "128 1aa349585ed7ecbd3b9c486a30067e395ca4b356 0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914 128")]
    [InlineData("{{ \"hello\" | string.base64_encode }} {{ \"aGVsbG8=\" | string.base64_decode }} {{ '' | string.base64_encode }}", "aGVsbG8= hello ")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Fact]
    public void Render_WhatIsNotBase64_SaysSo() =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render("{{ 'x' | string.base64_decode }}")).Message.ShouldBe("(1,10): \"string.base64_decode\": \"x\" is not written in Base64.");
}
