import ArgumentParser
import Reader

/// How lines are set on the page.
struct PageOptions: ParsableArguments {
  @Flag(help: "Justify full lines, by kashidas and wider spaces.")
  var justify = false

  @Option(
    help: ArgumentHelp(
      "The columns kept free at each side of the article (0 to 100).", valueName: "columns"))
  var margin = 1

  @Option(
    help: ArgumentHelp("The rows from one line to the next (1 to 4).", valueName: "rows"))
  var lineSpacing = 1

  func validate() throws {
    guard (0...100).contains(margin) else {
      throw ValidationError("--margin takes a number of columns from 0 to 100")
    }
    guard (1...4).contains(lineSpacing) else {
      throw ValidationError("--line-spacing takes a number of rows from 1 to 4")
    }
  }

  /// The setting that is asked for.
  var typesetting: Typesetting {
    Typesetting(justifies: justify, margin: margin, lineSpacing: lineSpacing)
  }
}
