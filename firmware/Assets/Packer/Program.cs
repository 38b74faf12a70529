using System;
using System.CommandLine;
using System.IO;

using ToyGuard.Assets.Packer;

Option<DirectoryInfo> www = new("--www") { Description = "the page's sources", DefaultValueFactory = _ => new(Repository.Path("firmware/Page/www")) };
Option<DirectoryInfo> into = new("--into") { Description = "the folder of Assets", DefaultValueFactory = _ => new(Repository.Path("firmware/Assets")) };

Command pack = new("pack", "Joins and compresses the page and writes the sources of Assets.") { www, into };
pack.SetAction(result => Packing.Write(result.GetValue(www)!.FullName, result.GetValue(into)!.FullName, Console.Out));

Command check = new("check", "Says whether the written sources hold what the page is now.") { www };
check.SetAction(result => Packing.Check(result.GetValue(www)!.FullName, Console.Out));

return new RootCommand("Makes the sources of firmware/Assets from firmware/Page/www.") { pack, check }.Parse(args).Invoke();
