using System;
using System.Collections.Generic;
using System.Linq;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>A toy as people see it: what the child sees and hears in one frame, what a parent is told of it in another.</summary>
internal static class ToyPicture
{
    // Frames, their heads, the light's line, the title, the last line and a spare one.
    private const int OtherLines = 9;
    private const int WideEnough = 100;
    private const int SpokenMin = 3;
    private const int SpokenMax = 14;

    private static readonly Style s_dark = new(new Color(0x48, 0x61, 0x6A));
    private static readonly Style s_white = new(new Color(0xFF, 0xFF, 0xFF), decoration: Decoration.Bold);

    /// <summary>The moving part.</summary>
    public static IRenderable Of(ToyBriefing briefing, ToyScene scene, Tally tally, long lost, int width, int height)
    {
        int calls = Math.Max(1, scene.Calls.Count);
        int spoken = Math.Clamp(height - OtherLines - ((width < WideEnough ? 4 : 3) * calls), SpokenMin, SpokenMax);
        return new Rows(Toy(briefing, scene, spoken, width), LabLine.LinkOf(tally) ?? Parent(briefing, scene), LabLine.Of($"Lab resolver asked {tally.ResolverTimes}×, lab servers reached {tally.ServerTimes}×: only for what is open.", tally, lost, 60));
    }

    private static Panel Toy(ToyBriefing briefing, ToyScene scene, int spokenMax, int width)
    {
        List<IRenderable> lines = [Lights(briefing, scene)];

        if (scene.Story is StoryBegun story)
        {
            lines.Add(new Paragraph(story.Title, Paint.Strong)
                .Append(story.Reason == Reason.Allowed ? "  from its maker" : "  known by heart, because nothing could be fetched", Paint.Soft));
        }
        else
        {
            lines.Add(new Text(scene.Spoken.Count == 0 ? "waking up" : " ", Paint.Soft));
        }

        // Each in one line, or the picture would jump while it is told.
        const int Frame = 6;
        string[] spoken = [.. scene.Spoken.TakeLast(spokenMax)];

        for (int i = 0; i < spokenMax; i++)
        {
            bool isLast = i == spoken.Length - 1;
            string words = i < spoken.Length ? LabLine.Cut(Texts.Shown(spoken[i]), width - Frame) : " ";
            lines.Add(new Text((isLast ? "▸ " : "  ") + words, isLast ? Style.Plain : Paint.Soft));
        }

        return Framed(Texts.Shown(briefing.Manifest.Name), new Rows(lines));
    }

    private static Paragraph Lights(ToyBriefing briefing, ToyScene scene)
    {
        Paragraph line = new();
        line.Append("● ", LightOf(scene));
        line.Append(scene.Sign == Sign.None ? "no sign" : $"{SignWords.NameOf(scene.Sign)}: {SignWords.LookOf(scene.Sign)}", scene.Sign == Sign.None ? Paint.Soft : Paint.Strong);

        foreach (string kind in briefing.Manifest.Sensors.Select(use => use.Kind).Distinct())
        {
            bool isOn = scene.IsPowered(kind);
            line.Append("    " + (isOn ? "◉ " : "○ "), isOn ? s_white : s_dark);
            line.Append(isOn ? $"{kind} on, and its white light" : $"{kind} off", isOn ? s_white : Paint.Soft);
        }

        return line;
    }

    // As bright as the lamp, but never so dark that nobody sees where it is.
    private static Style LightOf(ToyScene scene)
    {
        if (scene.Brightness == 0)
        {
            return s_dark;
        }

        const int Dimmest = 35;
        int percent = Dimmest + (scene.Brightness * (100 - Dimmest) / 100);
        return new Style(new Color(Part(16), Part(8), Part(0)), decoration: Decoration.Bold);

        byte Part(int shift)
        {
            return (byte)(((scene.Colour >> shift) & 0xFF) * percent / 100);
        }
    }

    private static Panel Parent(ToyBriefing briefing, ToyScene scene)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().PadRight(2));
        grid.AddColumn();

        foreach (VerdictGiven call in scene.Calls)
        {
            bool isOpen = call.Reason == Reason.Allowed;
            Style style = Paint.Of(call.Reason);
            Paragraph what = new Paragraph(ParentWords.WishOf(briefing.Manifest, call, scene) + " ")
                .Append(isOpen ? "" : ParentWords.OutcomeOf(call, scene) + " ", Paint.Soft)
                .Append(ReasonWords.Of(call.Reason), style);
            grid.AddRow(new Text(Stitch(call.Reason) + " " + Words.StateOf(call.Reason), style), what);
        }

        if (scene.Calls.Count == 0)
        {
            grid.AddRow(new Text(" "), new Text("nothing yet: it has not asked for anything", Paint.Soft));
        }

        return Framed("For a grown-up", grid);
    }

    // The stitch of a felt patch: solid is open, dashed waits, a thick bar is closed.
    private static string Stitch(Reason reason)
    {
        return Words.StateOf(reason) switch
        {
            "open" => "│",
            "waiting" => "┆",
            _ => "▌",
        };
    }

    private static Panel Framed(string title, IRenderable content)
    {
        return new Panel(content) { Header = new PanelHeader($" {Markup.Escape(title)} "), Border = BoxBorder.Rounded, BorderStyle = Paint.Frame, Expand = true };
    }
}
