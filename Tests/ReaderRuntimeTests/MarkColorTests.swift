import CursesTerminal
import Interface
import Screen
import Testing

@testable import ReaderRuntime

/// Marks in every theme that comes with the program, in terminals of every number of colours.
struct MarkColorTests {
  private static let names = ThemeCatalog.builtIn.map(\.name)
  private static let marks: [Role] = [
    .highlightYellow, .highlightGreen, .highlightBlue, .highlightPink, .highlightOrange,
    .mention, .search, .searchCurrent, .selection,
  ]

  private func theme(_ name: String?, colors: Int, on background: Theme.Appearance) throws -> Theme
  {
    let catalog = ThemeCatalog(environment: [:], executableFolder: nil, readFile: { _ in nil })
    return try ThemeForBackground(
      files: ThemeFiles(catalog), background: background, colors: colors
    )
    .theme(name)
  }

  /// How a cell looks in a terminal: numbers of colours and attributes.
  private func look(_ style: Style, _ colors: Int) -> String {
    let depth = ColorDepth(count: colors)
    let (front, back) = (depth.number(of: style.foreground), depth.number(of: style.background))
    return "\(front) on \(back) \(style.attributes)"
  }

  /// What the eye sees of marked words in a terminal: the ground, and attributes that are not a ground.
  ///
  /// Letters that are reversed are the ground, and a ground is told apart, not the letters on it.
  private func ground(_ style: Style, _ colors: Int) -> String {
    let depth = ColorDepth(count: colors)
    let isReversed = style.attributes.contains(.reverse)
    let ground = depth.number(of: isReversed ? style.foreground : style.background)
    let isPage = ground == -1 && !isReversed
    return "\(isPage ? "page" : "\(ground)") \(style.attributes.subtracting(.reverse))"
  }

  @Test(arguments: names, [8, 16, 256, 0x100_0000])
  func `highlights, other mentions, findings and the selection look unlike each other`(
    name: String, colors: Int
  ) throws {
    for background in [Theme.Appearance.dark, .light] where name != "mono" {
      let theme = try theme(name, colors: colors, on: background)
      let looks = Self.marks.map { look(theme.style(.text, $0), colors) }
      #expect(Set(looks).count == looks.count, "\(background): \(looks)")
      let grounds = Self.marks.map { ground(theme.style(.text, $0), colors) }
      #expect(Set(grounds).count == grounds.count, "\(background): \(grounds)")
      // None of them vanishes in the page.
      #expect(!looks.contains(look(theme.style(.text), colors)))
    }
  }

  @Test(arguments: [8, 16], [Theme.Appearance.dark, .light])
  func `speech, the selection, the row of the pane and the status line are seen`(
    colors: Int, background: Theme.Appearance
  ) throws {
    let theme = try theme(nil, colors: colors, on: background)
    #expect(theme.name == "terminal")
    let text = look(theme.style(.text), colors)
    for role in [Role.quoteDirect, .selection, .mention, .person, .organisation, .place] {
      #expect(look(theme.style(.text, role), colors) != text, "\(role)")
    }
    #expect(look(theme.style(.pane, .paneSelected), colors) != look(theme.style(.pane), colors))
    #expect(look(theme.style(.status), colors) != text)
    // Bold black on white is shown as grey on white by some terminals.
    let selection = theme.style(.text, .selection)
    #expect(!(selection.foreground == .named(0) && selection.attributes.contains(.bold)))
  }

  @Test(arguments: names, [8, 16])
  func `in few colours names, speech and the status line of every theme are seen`(
    name: String, colors: Int
  ) throws {
    for background in [Theme.Appearance.dark, .light] where name != "mono" {
      let theme = try theme(name, colors: colors, on: background)
      #expect(theme.isLegible(in: ColorDepth(count: colors)), "\(background)")
    }
  }

  @Test func `quotations are pale in a theme for many colours, and are not in eight`() throws {
    let catalog = ThemeCatalog(environment: [:], executableFolder: nil, readFile: { _ in nil })
    #expect(try !ThemeFiles(catalog).theme("dark", on: .dark).isLegible(in: .eight))
    #expect(try theme("dark", colors: 8, on: .dark).style(.text, .quoteDirect) != .plain)
  }
}
