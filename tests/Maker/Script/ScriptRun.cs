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
    // The engine alone has no Out-String, through which it gives lines to a program.
    private const string Fake = """
        function Out-String { param([switch] $Stream) process { "$_" } }

        function fake-nanoff {
            $made.Add([string]::Join(' ', $args) + ' [' + [Environment]::GetEnvironmentVariable('NANOFRAMEWORK_TELEMETRY_OPTOUT') + ']')
            $at = [Array]::IndexOf($args, '--filedeployment')
            if ($at -ge 0) { $files.Add($args[$at + 1]); $files.Add([IO.File]::ReadAllText($args[$at + 1])) }
            $answer = if ($args -contains '--listports') { 'ports' } elseif ($at -ge 0) { 'files' } elseif ($args -contains '--nanodevice') { 'device' } elseif ($args -contains '--update') { 'firmware' } else { 'chip' }
            $global:LASTEXITCODE = $exits[$answer]
            return $answers[$answer].Split("`n")
        }
        """;

    // The engine reports its use otherwise, too. It looks when it is first used.
    static ScriptRun()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
    }

    /// <summary>How the calls end, by name.</summary>
    public Dictionary<string, int> Exits { get; } = new() { ["ports"] = 0, ["chip"] = 0, ["firmware"] = 0, ["device"] = 0, ["files"] = 0 };

    /// <summary>What the calls print, by name.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    /// <summary>The calls that were made: their arguments, and in brackets what the flasher sees of the telemetry's switch.</summary>
    public List<string> Made { get; } = [];

    /// <summary>Path and text of each file that a call was given.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Runs the script: its exit code and what it said.</summary>
    public (int ExitCode, string Said) Run(Dictionary<string, object> parameters, string nanoff = "fake-nanoff")
    {
        TextWriter before = Console.Out;
        using StringWriter said = new();
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("made", Made);
        runspace.SessionStateProxy.SetVariable("files", Files);
        runspace.SessionStateProxy.SetVariable("exits", Exits);
        runspace.SessionStateProxy.SetVariable("answers", Answers);

        try
        {
            Console.SetOut(said);
            using PowerShell shell = PowerShell.Create(runspace);
            shell.AddScript(Fake).Invoke();
            shell.Commands.Clear();
            shell.AddCommand(Path.Combine(Repository.Root, "flash.ps1")).AddParameters(parameters)
                .AddParameter("Nanoff", nanoff).AddParameter("Maker", Path.Combine(AppContext.BaseDirectory, "ToyGuard.Maker.dll"));
            shell.Invoke();
            string errors = string.Join('\n', shell.Streams.Error.Select(e => e.ToString()));
            return ((int)runspace.SessionStateProxy.GetVariable("LASTEXITCODE"), said + errors);
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
