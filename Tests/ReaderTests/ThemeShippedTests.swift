import ArabicText
import CBuiltInData
import Screen
import Testing

@testable import Reader

/// A shipped theme and the terminals that it is made for.
struct ShippedTheme: CustomTestStringConvertible {
  var name: String
  /// Typical backgrounds of such terminals.
  var backgrounds: [UInt32]
  /// Typical colours of their letters.
  var letters: [UInt32]

  static let all = [
    ShippedTheme(
      name: "dark", backgrounds: [0x1E1E1E, 0x000000], letters: [0xD4D4D4, 0xFFFFFF]),
    ShippedTheme(
      name: "light", backgrounds: [0xFFFFFF, 0xFDF6E3], letters: [0x000000, 0x333333]),
  ]

  var testDescription: String { name }

  func theme() throws -> Theme {
    try ThemeCatalog(environment: [:], executableFolder: nil) { _ in nil }.theme(name)
  }

  /// The colours that a cell of `style` can have on such terminals: letters and what is behind.
  func pairs(_ style: Style) -> [(letters: LinearColor, background: LinearColor)] {
    let front = Self.colors(style.foreground, else: letters)
    let back = Self.colors(style.background, else: backgrounds)
    return front.flatMap { letters in
      back.map { (LinearColor(letters), LinearColor($0)) }
    }
  }

  private static func colors(_ color: Color, else terminal: [UInt32]) -> [UInt32] {
    if case .rgb(let value) = color { [value] } else { terminal }
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
  let rows: [[Role]] = [
    [.pane], [.pane, .person], [.pane, .organisation], [.pane, .place], [.pane, .quoteDirect],
    [.pane, .quoteIndirect], [.pane, .cue], [.pane, .paneHeading],
  ]
  return page + rows + rows.map { $0 + [.paneSelected] } + [
    [.text, .control], [.margin], [.pane, .paneCount], [.status], [.status, .statusKey], [.prompt],
    [.help], [.help, .helpKey], [.prompt, .error], [.text, .error],
  ]
}()

@Suite struct `Shipped themes` {
  @Test(arguments: ShippedTheme.all)
  func `name every role, and keep the background of the terminal`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    #expect(theme.ownRoles == Set(Role.allCases))
    #expect(theme.appearance.rawValue == shipped.name)
    #expect(theme.style(.text).background == .terminal)
    #expect(theme.style(.pane).background == .terminal)
  }

  /// WCAG 2.1, success criterion 1.4.3, level AA.
  @Test(arguments: ShippedTheme.all)
  func `have a contrast of 4.5 or more in all that is read`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    for roles in layers {
      for pair in shipped.pairs(theme.style(roles)) {
        let contrast = pair.letters.contrast(with: pair.background)
        #expect(contrast >= 4.5, "\(roles.map(\.rawValue)): \(contrast)")
      }
    }
  }

  /// WCAG 2.1, success criterion 1.4.11: what is no text.
  @Test(arguments: ShippedTheme.all)
  func `have a contrast of 3 or more in lines`(shipped: ShippedTheme) throws {
    for pair in shipped.pairs(try shipped.theme().style(.border)) {
      #expect(pair.letters.contrast(with: pair.background) >= 3)
    }
  }

  @Test(arguments: ShippedTheme.all, ColorVision.allCases)
  func `keep names apart for colour-blind readers`(
    shipped: ShippedTheme, vision: ColorVision
  ) throws {
    let theme = try shipped.theme()
    let names = [Role.person, .organisation, .place].map { role in
      shipped.pairs(theme.style(role))[0].letters.seen(with: vision)
    }
    for (index, name) in names.enumerated() {
      for other in names[..<index] { #expect(name.distance(to: other) >= 25) }
      for letters in shipped.letters {
        #expect(name.distance(to: LinearColor(letters).seen(with: vision)) >= 15)
      }
    }
  }

  @Test(arguments: ShippedTheme.all)
  func `show what is selected among the other marks`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme()
    let marks = [Role.mention, .search, .searchCurrent, .selection].compactMap { role in
      if case .rgb(let value) = theme[role].background { LinearColor(value) } else { nil }
    }
    #expect(marks.count == 4)
    for vision in ColorVision.allCases {
      for (index, mark) in marks.enumerated() {
        for other in marks[..<index] {
          #expect(mark.seen(with: vision).distance(to: other.seen(with: vision)) >= 15)
        }
      }
    }
  }

  @Test(arguments: ShippedTheme.all)
  func `differ by attributes alone where there are no colours`(shipped: ShippedTheme) throws {
    let theme = try shipped.theme().withoutColors
    for role in Role.allCases {
      #expect(theme[role].foreground == nil && theme[role].background == nil)
    }
    let quotes: [[Role]] = [[], [.quoteDirect], [.quoteIndirect], [.quoteScare]]
    let names: [[Role]] = [[], [.person], [.organisation], [.place]]
    let marks: [[Role]] = [[.mention], [.search], [.searchCurrent], [.selection]]
    let looks =
      quotes.flatMap { quote in names.map { theme.style(quote + $0) } } + marks.map(theme.style)
    #expect(Set(looks).count == looks.count)
    for mark in marks {
      #expect(theme.style([.text, .quoteDirect, .person] + mark) == theme.style(mark))
    }
    let pane = [[Role.pane], [.pane, .paneSelected], [.pane, .paneHeading], [.pane, .paneCount]]
    #expect(Set(pane.map(theme.style)).count == pane.count)
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
