import ArgumentParser
import Documents

extension HardWrap.Choice: ExpressibleByArgument {}

/// The option that says whether the lines of a paragraph are joined.
struct WrappedOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whether lines that were broken at one width, as in mail, are joined to paragraphs: auto, yes or "
        + "no. Offsets stay those of the file. The default is auto, which sees it by itself.",
      valueName: "choice"))
  var wrapped: HardWrap.Choice = .auto
}
