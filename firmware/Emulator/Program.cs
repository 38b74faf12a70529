using ToyGuard.Emulator.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
