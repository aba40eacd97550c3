import ArgumentParser
import Interface
import Reader

/// How lines are set on the page.
struct PageOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help:
      "Whether full lines are justified, by kashidas and wider spaces. The default is --no-justify."
  )
  var justify: Bool?

  @Option(
    help: ArgumentHelp(
      "The columns kept free at each side of the article (\(Setting.margin.range)). The default is 1.",
      valueName: "columns"))
  var margin: Int?

  @Option(
    help: ArgumentHelp(
      "The rows from one line to the next (\(Setting.lineSpacing.range)). The default is 1.",
      valueName: "rows"))
  var lineSpacing: Int?

  func validate() throws {
    try Setting.margin.validate(margin, by: .callColumnsRange)
    try Setting.lineSpacing.validate(lineSpacing, by: .callRowsRange)
  }

  /// These options, and those of `configuration` where these say nothing.
  func over(_ configuration: Configuration) -> Self {
    var options = self
    options.justify = justify ?? configuration.word(.justify).map { $0 == "on" }
    options.margin = margin ?? configuration.number(.margin)
    options.lineSpacing = lineSpacing ?? configuration.number(.lineSpacing)
    return options
  }

  /// The setting that is asked for.
  var typesetting: Typesetting {
    Typesetting(
      justifies: justify ?? false, margin: margin ?? 1, lineSpacing: lineSpacing ?? 1)
  }
}
