using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

using ToyGuard.Maker.Tests.Running;

namespace ToyGuard.Maker.Tests.Script;

/// <summary>Runs of the real flash.ps1 by PowerShell's own engine, in this process; the flasher is a function of this session.</summary>
internal sealed class ScriptRun
{
    // Names of the session, since the script's own are seen here, too. The engine alone has no Out-String, through which it gives lines to a program.
    private const string Fake = """
        function Out-String { param([switch] $Stream) process { "$_" } }

        function fake-nanoff {
            $global:made.Add([string]::Join(' ', $args) + ' [' + [Environment]::GetEnvironmentVariable('NANOFRAMEWORK_TELEMETRY_OPTOUT') + ']')
            $at = [Array]::IndexOf($args, '--image')
            if ($at -ge 0) { $global:images.Add($args[$at + 1]); $global:contents.Add([IO.File]::ReadAllBytes($args[$at + 1])) }
            if ($global:broken -and $at -ge 0) { throw 'the flasher broke' }
            $answer = if ($args -contains '--listports') { 'ports' } elseif ($args -contains '--nanodevice') { 'device' } elseif ($args -contains '--update') { 'firmware' } else { 'chip' }
            $global:LASTEXITCODE = $global:exits[$answer]
            return $global:answers[$answer].Split("`n")
        }
        """;

    // The engine reports its use otherwise, too. It looks when it is first used.
    static ScriptRun()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
    }

    /// <summary>How the calls end, by name.</summary>
    public Dictionary<string, int> Exits { get; } = new() { ["ports"] = 0, ["chip"] = 0, ["firmware"] = 0, ["device"] = 0 };

    /// <summary>What the calls print, by name.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    /// <summary>The calls that were made: their arguments, and in brackets what the flasher sees of the telemetry's switch.</summary>
    public List<string> Made { get; } = [];

    /// <summary>The path of each image that the flasher was given.</summary>
    public List<string> Images { get; } = [];

    /// <summary>What stood there while it ran.</summary>
    public List<byte[]> Contents { get; } = [];

    /// <summary>True for a flasher that throws in the middle of its work.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Runs the script: its exit code and what it said.</summary>
    public (int ExitCode, string Said) Run(Dictionary<string, object> parameters, string nanoff = "fake-nanoff", string typed = "")
    {
        TextWriter before = Console.Out;
        TextReader typedBefore = Console.In;
        using StringReader typing = new(typed);
        using StringWriter said = new();
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("made", Made);
        runspace.SessionStateProxy.SetVariable("images", Images);
        runspace.SessionStateProxy.SetVariable("contents", Contents);
        runspace.SessionStateProxy.SetVariable("broken", IsBroken);
        runspace.SessionStateProxy.SetVariable("exits", Exits);
        runspace.SessionStateProxy.SetVariable("answers", Answers);

        try
        {
            Console.SetOut(said);
            Console.SetIn(typing);
            using PowerShell shell = PowerShell.Create(runspace);
            shell.AddScript(Fake).Invoke();
            shell.Commands.Clear();
            shell.AddCommand(Path.Combine(Repository.Root, "flash.ps1")).AddParameters(parameters)
                .AddParameter("Nanoff", nanoff).AddParameter("Maker", Path.Combine(AppContext.BaseDirectory, "ToyGuard.Maker.dll"));

            try
            {
                shell.Invoke();
            }
            catch (RuntimeException e) when (IsBroken)
            {
                return (1, said + e.Message);
            }

            string errors = string.Join('\n', shell.Streams.Error.Select(e => e.ToString()));
            return ((int)runspace.SessionStateProxy.GetVariable("LASTEXITCODE"), said + errors);
        }
        finally
        {
            Console.SetOut(before);
            Console.SetIn(typedBefore);
        }
    }
}
