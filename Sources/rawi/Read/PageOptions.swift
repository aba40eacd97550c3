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
      "The columns kept free at each side of the article (0 to 100). The default is 1.",
      valueName: "columns"))
  var margin: Int?

  @Option(
    help: ArgumentHelp(
      "The rows from one line to the next (1 to 4). The default is 1.",
      valueName: "rows"))
  var lineSpacing: Int?

  func validate() throws {
    guard (0...100).contains(margin ?? 1) else {
      throw ValidationError("--margin takes a number of columns from 0 to 100")
    }
    guard (1...4).contains(lineSpacing ?? 1) else {
      throw ValidationError("--line-spacing takes a number of rows from 1 to 4")
    }
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
