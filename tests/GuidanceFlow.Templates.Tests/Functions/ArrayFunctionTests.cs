using GuidanceFlow.Templates.Runtime;
using GuidanceFlow.Templates.Tests.Support;

namespace GuidanceFlow.Templates.Tests.Functions;

public sealed class ArrayFunctionTests
{
    [Theory]
    [InlineData("{{ array.size [1,2] }}", "2")]
    [InlineData("{{ array.join l ',' }}", "1,2,3")]
    [InlineData("{{ l | array.join ',' }}", "1,2,3")]
    [InlineData("{{ (1..3) | array.reverse }}", "[3, 2, 1]")]
    [InlineData("{{ 1..3 | array.reverse }}", "[3, 2, 1]")]
    [InlineData("{{ for i in l | array.reverse }}{{ i }}{{ end }}", "321")]
    [InlineData("{{ 'abc' | array.size }}", "3")]
    [InlineData("{{ 'abc' | array.first }}", "a")]
    [InlineData("{{ n | array.first }}", "")]
    [InlineData("{{ n | array.size }}", "0")]
    [InlineData("{{ o | array.size }}", "3")]
    [InlineData("{{ o | array.first }}", "{key: \"a\", value: 1}")]
    [InlineData("{{ n | array.join ',' }}", "")]
    [InlineData("{{ [1, n, 'a', 2.0] | array.join ',' @object.typeof }}|{{ [1, 2] | array.join '-' @(do; ret $0 + 1; end) }}", "string,,string,string|11-21")]
    [InlineData("{{ 'abc' | array.join ',' }}", "a,b,c")]
    [InlineData("{{ [n, 1, 'a', 2.0, true, [1]] | array.join ',' }}", ",1,a,2,true,[1]")]
    [InlineData("{{ [1,2] | array.add 3 }} {{ n | array.add 3 }} {{ [1] | array.add_range [2,3] }} {{ [1] | array.concat [2,3] }} {{ [1] | array.concat n }} {{ n | array.concat [1] }}", "[1, 2, 3] [3] [1, 2, 3] [1, 2, 3] [1] [1]")]
    [InlineData("{{ [1,2,3] | array.reverse }} {{ [1,2,3] | array.first }} {{ [1,2,3] | array.last }} {{ [] | array.first }} {{ [] | array.last }}", "[3, 2, 1] 1 3  ")]
    [InlineData("{{ os | array.map 'n' }} {{ os | array.map 'v' }} {{ [1,2] | array.map 'n' }} {{ n | array.map 'a' }} {{ ['ab','c'] | array.map 'size' }}", "[\"b\", \"a\", \"c\"] [2, 1] [] [] [2, 1]")]
    [InlineData("{{ [1,1,'1',2,1.0] | array.uniq }} {{ [[1],[1]] | array.uniq }}", "[1, \"1\", 2, 1] [[1], [1]]")]
    [InlineData("{{ [1,2] | array.join ', ' }} {{ ['a','b'] | array.join ', ' }} {{ [1.5,true,n] | array.join '|' }}", "1, 2 a, b 1.5|true|")]
    [InlineData("{{ [1,2,3] | array.limit 2 }} {{ [1,2,3] | array.limit (-1) }} {{ [1,2,3] | array.limit 9 }} {{ [1,2,3] | array.offset 1 }} {{ [1,2,3] | array.offset 9 }} {{ [1,2,3] | array.offset (-1) }}", "[1, 2] [] [1, 2, 3] [2, 3] [] [1, 2, 3]")]
    [InlineData("{{ [3,1,2] | array.sort }} {{ os | array.sort 'n' }} {{ os | array.sort 'v' }} {{ ['b','A','a'] | array.sort }} {{ [n,2,1] | array.sort }}", "[1, 2, 3] [{n: \"a\", v: 1}, {n: \"b\", v: 2}, {n: \"c\"}] [{n: \"c\"}, {n: \"a\", v: 1}, {n: \"b\", v: 2}] [\"a\", \"A\", \"b\"] [null, 1, 2]")]
    [InlineData("{{ ['b','B','a','A','é','z','_','1'] | array.sort }}", "[\"_\", \"1\", \"a\", \"A\", \"b\", \"B\", \"é\", \"z\"]")]
    [InlineData("{{ [1,2,3] | array.insert_at 1 9 }} {{ [1] | array.insert_at 3 9 }} {{ [1,2] | array.insert_at (-1) 9 }} {{ [1,2,3] | array.remove_at 1 }} {{ [1,2,3] | array.remove_at (-1) }} {{ [1,2,3] | array.remove_at 9 }} {{ [1,2,3] | array.remove_at (-9) }}", "[1, 9, 2, 3] [1, null, null, 9] [9, 1, 2] [1, 3] [1, 2] [1, 2, 3] [1, 2, 3]")]
    [InlineData("{{ 'abc' | array.join '-' }} {{ ['a', n, 'b'] | array.join '-' }}", "a-b-c a--b")]
    [InlineData("{{ (array.join n ',') ?? 'z' }}", "")]
    [InlineData("{{ (array.reverse n) ?? 'z' }}", "[]")]
    [InlineData("{{ (array.compact n) ?? 'z' }} {{ (array.uniq n) ?? 'z' }} {{ (array.limit n 2) ?? 'z' }} {{ (array.offset n 2) ?? 'z' }} {{ (array.concat n n) ?? 'z' }} {{ (array.add_range n n) ?? 'z' }}", "z z z z z z")]
    [InlineData("{{ [{a: n}, {a: 1}, {b: 2}, n] | array.map 'a' }} {{ [[1, 2], [3]] | array.map 'size' }} {{ 'abc' | array.map 'size' }} {{ [{a: 1}, {}] | array.map 'empty?' }}", "[null, 1] [] [] []")]
    [InlineData("{{ 5 | array.map 'a' }} {{ true | array.map 'a' }} {{ o | array.map 'key' }} {{ [date.parse '2026-03-09', timespan.from_hours 30] | array.map 'day' }} {{ [timespan.from_hours 30] | array.map 'days' }}", "[] [] [\"a\", \"b\", \"c\"] [9] [1]")]
    [InlineData("{{ a = []; for i in 1..20; a[i - 1] = {k: i % 2, i: i}; end; a | array.sort 'k' | array.map 'i' | array.join ' ' }}", "2 4 6 8 10 12 14 16 18 20 1 3 5 7 9 11 13 15 17 19")]
    [InlineData("{{ 5 | array.sort }} {{ true | array.sort 'a' }} {{ n | array.sort 'a' }} {{ [2, 1] | array.sort '' }}", "[5] [true] [] [1, 2]")]
    [InlineData("{{ [{a: {b: 2}}, {a: n}, {a: {b: 1}}, {a: 1}] | array.sort 'a.b' }} {{ [{a: 'xx'}, {a: 'y'}] | array.sort 'a.size' }} {{ [{\"a.b\": 2}, {\"a.b\": 1}] | array.sort 'a.b' }} {{ ['bb', 'a'] | array.sort 'size' }}", "[{a: null}, {a: 1}, {a: {b: 1}}, {a: {b: 2}}] [{a: \"y\"}, {a: \"xx\"}] [{\"a.b\": 1}, {\"a.b\": 2}] [\"a\", \"bb\"]")]
    public void Render_Template_GivesWhatScribanGives(string template, string expected)
    {
        Models.Render(template).ShouldBe(expected);
        Models.RenderFromSlots(template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{{ l | array.limit 2147483648 }}", "(1,8): \"array.limit\": \"count\" must be between -2147483648 and 2147483647.")]
    [InlineData("{{ [] | array.each @l }}", "(1,9): \"array.each\": \"function\" must be a function; write \"@\" before its name, for example \"@string.upcase\".")]
    [InlineData("{{ n ?? [] | array.filter 5 }}", "(1,14): \"array.filter\": \"function\" must be a function; write \"@\" before its name, for example \"@string.upcase\".")]
    [InlineData("{{ x | array.any n }}", "(1,8): \"array.any\": \"list\" must be a list, not a number.")]
    [InlineData("{{ os | array.sort '' }}", "(1,9): \"array.sort\": an object and an object have no order; name a member to sort by.")]
    public void Render_WhatScribanRefuses_SaysWhy(string template, string problem) =>
        Should.Throw<TemplateRuntimeException>(() => Models.Render(template)).Message.ShouldBe(problem);
}
