import ArabicText
import ArgumentParser
import Platform

/// `rawi text FILE`: the text that offsets mean.
struct TextCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Prints the text of an article, which is what all offsets count.",
    discussion: """
      Of a page of the web that is the article: its headline, then a paragraph a line. --whole-page prints \
      all words of the page.
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let text = try input.document().text
    // In pieces, so that a long text does not come to lie in memory twice.
    for paragraph in text.paragraphs(in: text.span) {
      try output.write(text.string(in: TextSpan(paragraph.start, paragraph.next)), as: .exact)
    }
  }
}
