using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Assets.Packer;

/// <summary>One part of the script as it ships: what it does, and the names that pass between it and the others.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Body">Its modules, joined and short.</param>
/// <param name="Takes">The names that other parts gave, short.</param>
/// <param name="Gives">The names that it gives, as members of an object: short ones for other parts, long ones for who loads it.</param>
/// <param name="Shared">The name of the object that they pass through.</param>
internal sealed record ScriptPart(string Name, string Body, string Takes, string Gives, string Shared)
{
    /// <summary>As the first part of a page.</summary>
    public string First => Body + $"Object.assign({Shared},{{{Gives}}});";

    /// <summary>In a page, behind the parts that it needs.</summary>
    public string Inline => "{" + Inner + "}";

    /// <summary>Loaded later: put into the page, and told once where the others are.</summary>
    public string Later => $"'use strict';addEventListener('part',({{detail:{Shared}}})=>{{{Inner}}},{{once:true}});";

    private string Inner => $"const{{{Takes}}}={Shared};{Body}Object.assign({Shared},{{{string.Join(',', new[] { Gives, "'/part/" + Name + "':1" }.Where(g => g.Length > 0))}}});";
}
