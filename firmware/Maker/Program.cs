using ToyGuard.Maker.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
