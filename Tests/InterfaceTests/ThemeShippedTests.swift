import ArabicText
import CInterfaceData
import CursesTerminal
import Glibc
import Screen
import Testing

@testable import Interface

/// A shipped theme and the terminals that it is made for.
struct ShippedTheme: CustomTestStringConvertible {
  var name: String
  var appearance: Theme.Appearance
  /// Typical backgrounds of such terminals; none if the theme brings its own.
  var backgrounds: [UInt32] = []
  /// Typical colours of their letters.
  var letters: [UInt32] = []
  /// The contrast that letters have: level AA of WCAG 2.1, or AAA.
  var contrast = 4.5

  /// Those whose colours are their own.
  static let colored = [
    ShippedTheme(
      name: "dark", appearance: .dark, backgrounds: [0x1E1E1E, 0x000000],
      letters: [0xD4D4D4, 0xFFFFFF]),
    ShippedTheme(
      name: "light", appearance: .light, backgrounds: [0xFFFFFF, 0xFDF6E3],
      letters: [0x000000, 0x333333]),
    ShippedTheme(name: "paper", appearance: .light),
    ShippedTheme(name: "night", appearance: .dark),
    ShippedTheme(name: "contrast-dark", appearance: .dark, contrast: 7),
    ShippedTheme(name: "contrast-light", appearance: .light, contrast: 7),
    ShippedTheme(
      name: "auto", appearance: .dark, backgrounds: [0x1E1E1E, 0x000000],
      letters: [0xD4D4D4, 0xFFFFFF]),
    ShippedTheme(
      name: "auto", appearance: .light, backgrounds: [0xFFFFFF, 0xFDF6E3],
      letters: [0x000000, 0x333333]),
    ShippedTheme(name: "lamp", appearance: .dark),
    ShippedTheme(name: "lamp", appearance: .light),
    ShippedTheme(name: "contrast", appearance: .dark, contrast: 7),
    ShippedTheme(name: "contrast", appearance: .light, contrast: 7),
  ]

  static let all =
    colored + [
      ShippedTheme(name: "mono", appearance: .any),
      ShippedTheme(name: "terminal", appearance: .any),
    ]

  /// The depths at which colours are judged: all 24 bits, and the nearest of the 256 of xterm.
  static let depths = [ColorDepth.direct, .indexed]

  var testDescription: String { "\(name), \(appearance)" }

  func theme() throws -> Theme {
    try ThemeCatalog(environment: [:], executableFolder: nil) { _ in nil }
      .theme(name, on: appearance)
  }

  /// The colours that a cell of `style` can have on such terminals: letters and what is behind.
  func pairs(
    _ style: Style, depth: ColorDepth
  ) -> [(letters: LinearColor, background: LinearColor)] {
    let front = Self.colors(style.foreground, else: letters)
    let back = Self.colors(style.background, else: backgrounds)
    return front.flatMap { letters in
      back.map { (Self.shown(letters, depth: depth), Self.shown($0, depth: depth)) }
    }
  }

  private static func colors(_ color: Color, else terminal: [UInt32]) -> [UInt32] {
    if case .rgb(let value) = color { [value] } else { terminal }
  }

  /// What a terminal of `depth` makes of a colour.
  static func shown(_ value: UInt32, depth: ColorDepth) -> LinearColor {
    LinearColor(depth == .indexed ? nearestIndexed(value) : value)
  }

  /// The nearest of the 240 colours that xterm's 256 add to those with a name.
  static func nearestIndexed(_ value: UInt32) -> UInt32 {
    let number = UInt32(ColorDepth.indexed.number(of: .rgb(value)))
    if number >= 232 { return (8 + 10 * (number - 232)) * 0x01_0101 }
    let step: (UInt32) -> UInt32 = { [0, 95, 135, 175, 215, 255][Int((number - 16) / $0 % 6)] }
    return step(36) << 16 | step(6) << 8 | step(1)
  }
}

/// What can stand over each other on a page, the lowest first.
private let layers: [[Role]] = {
  let grounds: [[Role]] = [[.text], [.text, .title]]
  let quotes: [Role?] = [nil, .quoteDirect, .quoteIndirect, .quoteScare, .cue]
  let names: [Role?] = [nil, .person, .organisation, .place, .speaker]
  let marks: [Role?] = [nil, .search, .searchCurrent, .mention, .selection]
  var page: [[Role]] = []
  for ground in grounds {
    for quote in quotes {
      for name in names {
        for mark in marks { page.append(ground + [quote, name, mark].compactMap(\.self)) }
      }
    }
  }
  let speakers: [[Role]] = names.compactMap { $0.map { [.text, .speaker, $0] } }
  let rows: [[Role]] = [
    [.pane], [.pane, .person], [.pane, .organisation], [.pane, .place], [.pane, .quoteDirect],
    [.pane, .quoteIndirect], [.pane, .quoteScare], [.pane, .cue], [.pane, .paneHeading],
    [.pane, .paneCount],
  ]
  let card = rows.map { [.text] + $0.dropFirst() }
  return page + speakers + rows + card + (rows + card).map { $0 + [.paneSelected] }
    + rows.map { $0 + [.mention] } + [
      [.text, .control], [.margin], [.status], [.status, .statusKey], [.status, .error], [.prompt],
      [.help], [.help, .helpKey], [.prompt, .error], [.text, .error],
    ]
}()

/// What a reader tells apart in the text.
private let marksOfText: [Role] = [
  .person, .organisation, .place, .quoteDirect, .quoteIndirect, .quoteScare, .cue,
]

@Suite struct `Shipped themes` {
  @Test func `are those that are built in, and the files of the folder`() throws {
    let names = ThemeCatalog.builtIn.map(\.name)
    #expect(Set(ShippedTheme.all.map(\.name)) == Set(names))
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = try #require(opendir("/" + root + "/themes"))
    defer { closedir(folder) }
    var files: [String] = []
    while let entry = readdir(folder) {
      let file = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if file.hasSuffix(".toml") { files.append(file) }
    }
    #expect(files.sorted() == names.map { $0 + ".toml" }.sorted())
  }

  @Test(arguments: ShippedTheme.all)
  func `name every role, and say what they are for`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    #expect(theme.ownRoles == Set(Role.allCases))
    #expect(theme.appearance == shipped.appearance)
    let file = try #require(ThemeCatalog.builtIn.first { $0.name == shipped.name })
    #expect(file.text.hasPrefix("# Rawi, "))
  }

  @Test(arguments: ShippedTheme.all)
  func `keep the colours of the terminal, or leave none of them`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    let owners = ["paper", "night", "lamp", "contrast", "contrast-dark", "contrast-light"]
    let bringsOwn = owners.contains(shipped.name)
    guard bringsOwn else {
      for ground in [Role.text, .pane, .prompt, .help, .margin, .border] {
        #expect(theme.style(ground).background == .terminal)
      }
      return
    }
    for roles in layers {
      let style = theme.style(roles)
      for color in [style.foreground, style.background] {
        guard case .rgb = color else {
          Issue.record("\(roles.map(\.rawValue)): \(color)")
          continue
        }
      }
    }
    for ground in [Role.pane, .prompt, .help, .margin, .border] {
      #expect(theme.style(ground).background == theme.style(.text).background)
    }
  }

  /// WCAG 2.1, success criteria 1.4.3, level AA, and 1.4.6, level AAA.
  @Test(arguments: ShippedTheme.colored, ShippedTheme.depths)
  func `have enough contrast in all that is read`(shipped: ShippedTheme, depth: ColorDepth) throws {
    let theme = try shipped.theme()
    for roles in layers {
      for pair in shipped.pairs(theme.style(roles), depth: depth) {
        let contrast = pair.letters.contrast(with: pair.background)
        #expect(contrast >= shipped.contrast, "\(roles.map(\.rawValue)): \(contrast)")
      }
    }
  }

  @Test(arguments: ShippedTheme.all)
  func `have no letters that are coloured and faint`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    for roles in layers {
      let style = theme.style(roles)
      #expect(
        style.foreground == .terminal || !style.attributes.contains(.dim),
        "\(roles.map(\.rawValue))")
    }
  }

  @Test(arguments: ShippedTheme.colored)
  func `have enough contrast in highlighted names and quotations`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    let highlights: [Role] = [
      .highlightYellow, .highlightGreen, .highlightBlue, .highlightPink, .highlightOrange,
    ]
    #expect(Set(highlights.map { theme.style(.text, $0).background }).count == highlights.count)
    for highlight in highlights {
      for mark in marksOfText + [.text] {
        for pair in shipped.pairs(theme.style([.text, mark, highlight]), depth: .direct) {
          let contrast = pair.letters.contrast(with: pair.background)
          #expect(contrast >= shipped.contrast, "\(highlight), \(mark): \(contrast)")
        }
      }
    }
  }

  /// WCAG 2.1, success criterion 1.4.11: what is no text.
  @Test(arguments: ShippedTheme.colored, ShippedTheme.depths)
  func `have a contrast of 3 or more in lines`(shipped: ShippedTheme, depth: ColorDepth) throws {
    for pair in shipped.pairs(try shipped.theme().style(.border), depth: depth) {
      #expect(pair.letters.contrast(with: pair.background) >= 3)
    }
  }

  @Test(arguments: ShippedTheme.colored, ShippedTheme.depths)
  func `keep names apart for colour-blind readers`(
    shipped: ShippedTheme, depth: ColorDepth
  ) throws {
    let theme = try shipped.theme()
    let plain = shipped.pairs(theme.style(.text), depth: depth).map(\.letters)
    for vision in ColorVision.allCases {
      let names = [Role.person, .organisation, .place].map { role in
        shipped.pairs(theme.style(role), depth: depth)[0].letters.seen(with: vision)
      }
      for (index, name) in names.enumerated() {
        for other in names[..<index] { #expect(name.distance(to: other) >= 25, "\(vision)") }
        for letters in plain {
          #expect(name.distance(to: letters.seen(with: vision)) >= 15, "\(vision)")
        }
      }
    }
  }

  @Test(arguments: ShippedTheme.colored, ShippedTheme.depths)
  func `have a colour of its own for each kind of name and speech`(
    shipped: ShippedTheme, depth: ColorDepth
  ) throws {
    let theme = try shipped.theme()
    let plain = shipped.pairs(theme.style(.text), depth: depth).map(\.letters)
    let colors = marksOfText.map { shipped.pairs(theme.style($0), depth: depth)[0].letters }
    for (index, color) in colors.enumerated() {
      for (other, role) in zip(colors[..<index], marksOfText) {
        #expect(color.distance(to: other) >= 9, "\(marksOfText[index]), \(role)")
      }
      for letters in plain { #expect(color.distance(to: letters) >= 9, "\(marksOfText[index])") }
    }
  }

  @Test(arguments: ShippedTheme.colored, ShippedTheme.depths)
  func `show what is selected among the other marks`(
    shipped: ShippedTheme, depth: ColorDepth
  ) throws {
    let theme = try shipped.theme()
    let marks = [Role.mention, .search, .searchCurrent, .selection].compactMap { role in
      if case .rgb(let value) = theme[role].background {
        ShippedTheme.shown(value, depth: depth)
      } else {
        nil
      }
    }
    #expect(marks.count == 4)
    let grounds = shipped.pairs(theme.style(.text), depth: depth).map(\.background)
    for vision in ColorVision.allCases {
      for (index, mark) in marks.enumerated() {
        for other in marks[..<index] {
          #expect(mark.seen(with: vision).distance(to: other.seen(with: vision)) >= 15)
        }
        for ground in grounds {
          #expect(mark.seen(with: vision).distance(to: ground.seen(with: vision)) >= 9)
        }
      }
    }
  }

  @Test(arguments: ShippedTheme.all)
  func `give no two kinds of marks the same look`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    // The finding that one stands on is selected: without colours it looks as all that is.
    let current: [Role] = shipped.name == "mono" ? [] : [.searchCurrent]
    let roles =
      [.text] + marksOfText + [.speaker, .mention, .search, .selection, .control] + current
    let looks = roles.map { theme.style(.text, $0) }
    #expect(Set(looks).count == roles.count)
    #expect(Set(looks.map(\.foreground)).count > 1 || shipped.name == "mono")
  }

  @Test(arguments: ShippedTheme.all)
  func `differ by attributes alone where there are no colours`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme().withoutColors
    for role in Role.allCases {
      #expect(theme[role].foreground == nil && theme[role].background == nil)
    }
    let quotes: [[Role]] = [[], [.quoteDirect], [.quoteIndirect], [.quoteScare]]
    let names: [[Role]] = [[], [.person], [.organisation], [.place]]
    let marks: [[Role]] = [[.mention], [.search], [.highlightYellow], [.selection]]
    #expect(theme.style(.text, .searchCurrent) == theme.style(.text, .selection))
    let looks =
      quotes.flatMap { quote in names.map { theme.style(quote + $0) } } + marks.map(theme.style)
    #expect(Set(looks).count == looks.count)
    for mark in marks {
      #expect(theme.style([.text, .quoteDirect, .person] + mark) == theme.style(mark))
    }
    // Terminals as the VT100 cannot dim, nor slant.
    let few = Set(marks.map { theme.style($0).attributes.subtracting([.dim, .italic]) })
    #expect(few.count == marks.count && !few.contains([]))
    let single = [.text] + marksOfText + [.speaker]
    #expect(Set(single.map { theme.style($0) }).count == single.count)
    // An organisation that speaks does not look as a place.
    #expect(theme.style(.speaker, .organisation) != theme.style(.place))
    let pane = [[Role.pane], [.pane, .paneSelected], [.pane, .paneHeading], [.pane, .paneCount]]
    #expect(Set(pane.map(theme.style)).count == pane.count)
  }

  @Test func `mono has no colours`() throws {
    let theme = try ShippedTheme(name: "mono", appearance: .any).theme()
    for role in Role.allCases {
      #expect(theme[role].foreground == nil && theme[role].background == nil)
      #expect(theme[role].monochrome == nil)
    }
    let terminal = try ShippedTheme(name: "terminal", appearance: .any).theme()
    #expect(theme.inFewColors(ColorDepth(count: 8), as: terminal) == theme)
  }

  @Test(arguments: ["paper", "contrast-light"])
  func `highlights are seen on a ground of its own where there are 256 colours`(
    name: String
  ) throws {
    let theme = try ShippedTheme(name: name, appearance: .light).theme()
    let ground = theme.style(.text).background
    for mark in [Role.highlightYellow, .highlightGreen, .highlightBlue, .highlightPink] {
      guard case (.rgb(let first), .rgb(let other)) = (theme.style(.text, mark).background, ground)
      else { continue }
      let distance = ShippedTheme.shown(first, depth: .indexed)
        .distance(to: ShippedTheme.shown(other, depth: .indexed))
      #expect(distance >= 12, "\(mark)")
    }
  }

  /// Bright colours, black and white are the background or greys in palettes such as Solarized.
  @Test func `terminal has letters of six named colours, or black on cyan and yellow`() throws {
    let theme = try ShippedTheme(name: "terminal", appearance: .any).theme()
    for roles in layers {
      let style = theme.style(roles)
      switch (style.foreground, style.background) {
      case (.terminal, .terminal), (.named(1...6), .terminal), (.named(0), .named(3)),
        (.named(0), .named(6)):
        break
      default: Issue.record("\(roles.map(\.rawValue)): \(style)")
      }
      // Some terminals show bold black as grey.
      if style.foreground == .named(0) { #expect(!style.attributes.contains(.bold)) }
    }
  }

  /// The colours 1 to 6 of xterm, VTE, Tango and Solarized.
  @Test(
    arguments: [
      [0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD],
      [0xC01C28, 0x26A269, 0xA2734C, 0x12488B, 0xA347BA, 0x2AA1B3],
      [0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A],
      [0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198],
    ] as [[UInt32]])
  func `terminal keeps names apart in palettes that are common`(palette: [UInt32]) throws {
    let theme = try ShippedTheme(name: "terminal", appearance: .any).theme()
    let names = try [Role.person, .organisation, .place].map { role in
      let color = theme.style(role).foreground
      let number = try #require((1...6).first { color == .named(UInt8($0)) })
      return LinearColor(palette[number - 1])
    }
    for vision in ColorVision.allCases {
      for (index, name) in names.enumerated() {
        for other in names[..<index] {
          #expect(name.seen(with: vision).distance(to: other.seen(with: vision)) >= 25)
        }
      }
    }
  }

  @Test func `contrast looks the same where there are 256 colours`() throws {
    for shipped in ShippedTheme.colored where shipped.contrast == 7 {
      let theme = try shipped.theme()
      for role in Role.allCases {
        for case .rgb(let value) in [theme[role].foreground, theme[role].background] {
          #expect(ShippedTheme.nearestIndexed(value) == value, "\(shipped.name), \(role)")
        }
      }
    }
  }

  @Test func `night gives little blue light`() throws {
    let theme = try ShippedTheme(name: "night", appearance: .dark).theme()
    for role in Role.allCases {
      for case .rgb(let value) in [theme[role].foreground, theme[role].background] {
        #expect(value & 0xFF <= 0xB0, "\(role)")
      }
    }
  }
}

@Suite struct `Theme sample article` {
  private static let bytes = Array(
    UnsafeBufferPointer(start: rawi_sample_article().bytes, count: rawi_sample_article().count))

  @Test func `is a headline and at least nine paragraphs of UTF-8`() throws {
    let article = try #require(String(validating: Self.bytes, as: UTF8.self))
    let lines = article.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.dropLast().allSatisfy { !$0.isEmpty && $0 == $0.trimmed })
    #expect(lines.count - 2 >= 9)
    #expect(!article.contains("\r"))
    let words = article.split { $0 == " " || $0 == "\n" }.count
    #expect((450...600).contains(words), "\(words)")
  }

  @Test func `holds what a demonstration needs`() {
    let article = String(decoding: Self.bytes, as: UTF8.self)
    for piece in ["«", "\"", "(MRF)", "Karin", "37%", "٨٥٠٠", "18", "أبي الخير", "إن ", "ووفقا ل"] {
      #expect(article.contains(piece), "\(piece)")
    }
    let vocalised = article.split(separator: " ").filter { word in
      word.unicodeScalars.contains { (0x64B...0x652).contains($0.value) }
    }
    #expect(vocalised.count == 1)
    let scalars = article.unicodeScalars
    #expect(scalars.count { $0 == "«" } == scalars.count { $0 == "»" })
    #expect(scalars.count { $0 == "\"" }.isMultiple(of: 2))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.last == " " ? start.dropLast() : start
  }
}
