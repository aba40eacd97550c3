import Screen
import Testing

@testable import Interface

private typealias Attributes = Style.Attributes

/// A catalog of the given files under `/home/r/.config/rawi/themes`.
private func catalog(_ files: [String: String]) -> ThemeCatalog {
  ThemeCatalog(environment: ["HOME": "/home/r"], executableFolder: nil) { path in
    let prefix = "/home/r/.config/rawi/themes/"
    guard path.hasPrefix(prefix) else { return nil }
    return files[String(path.dropFirst(prefix.count))].map { Array($0.utf8) }
  }
}

private func theme(_ text: String) throws -> Theme {
  try catalog(["t.toml": text]).theme("t")
}

private func message(_ files: [String: String], _ name: String = "t") -> String {
  do {
    _ = try catalog(files).theme(name)
    return "no error"
  } catch {
    return error.description.replacing("/home/r/.config/rawi/themes/", with: "")
  }
}

@Suite struct `Theme files` {
  @Test func `name colours in every way that is documented`() throws {
    let theme = try theme(
      """
      appearance = "light"
      [palette]
      amber = "#E6b450"
      [roles]
      person = "amber"
      place = { foreground = "bright-blue", background = "#000000", attributes = ["bold", "dim"] }
      quote.direct = { foreground = "default", monochrome = ["plain", "italic"] }
      search = { background = "red", current = { background = "white" } }
      "pane.heading" = "black"
      [roles.pane]
      selected.attributes = ["reverse"]
      """)
    #expect(theme.name == "t")
    #expect(theme.appearance == .light)
    #expect(theme[.person] == RoleStyle(foreground: .rgb(0xE6B450)))
    #expect(
      theme[.place]
        == RoleStyle(
          foreground: .named(12), background: .rgb(0), attributes: .init(adds: [.bold, .dim])))
    #expect(
      theme[.quoteDirect]
        == RoleStyle(foreground: .terminal, monochrome: .init(clears: true, adds: .italic)))
    #expect(theme[.search] == RoleStyle(background: .named(1)))
    #expect(theme[.searchCurrent] == RoleStyle(background: .named(7)))
    #expect(theme[.paneHeading] == RoleStyle(foreground: .named(0)))
    #expect(theme[.paneSelected] == RoleStyle(attributes: .init(adds: .reverse)))
    #expect(
      theme.ownRoles
        == [.person, .place, .quoteDirect, .search, .searchCurrent, .paneHeading, .paneSelected])
  }

  @Test(arguments: [
    ("a = [", "t.toml:1:6: the file ends too early; allowed: \"…\", '…', a number"),
    (
      "color = 1",
      "t.toml:1:1: unknown key \"color\"; allowed: appearance, inherits, palette, roles, light, dark"
    ),
    ("appearance = 'dim'", "t.toml:1:14: \"dim\" is no appearance; allowed: light, dark, any"),
    ("roles = 1", "t.toml:1:9: \"roles\" is an integer; allowed: a table"),
    ("inherits = ['a']", "t.toml:1:12: \"inherits\" is an array; allowed: a string"),
    ("[roles]\nperso = 'red'", "t.toml:2:1: unknown role \"perso\"; allowed: text, title, p"),
    ("[roles]\nquote = 'red'", "t.toml:2:1: unknown role \"quote\"; allowed: text"),
    ("[roles]\nquote = {}", "t.toml:2:1: unknown role \"quote\"; allowed: text"),
    ("[roles.quote]\ndirekt = 'red'", "t.toml:2:1: unknown role \"quote.direkt\"; allowed: text"),
    (
      "[roles]\nperson = { colour = 'red' }",
      "t.toml:2:12: unknown key \"colour\"; allowed: foreground, background, attributes, monochrome"
    ),
    (
      "[roles]\nsearch = { fg = 'red' }",
      "t.toml:2:12: unknown key \"fg\"; allowed: foreground, background, attributes, monochrome"
    ),
    ("[roles]\nperson = 7", "t.toml:2:10: \"person\" is an integer; allowed: a colour in q"),
    ("[roles]\nperson = 'ambr'", "t.toml:2:10: \"ambr\" is no colour; allowed: #rrggbb, d"),
    ("[roles]\nperson = '#12345'", "t.toml:2:10: \"#12345\" is no colour"),
    ("[roles]\nperson = '#+12345'", "t.toml:2:10: \"#+12345\" is no colour"),
    ("[palette]\na = 'b'", "t.toml:2:5: \"b\" is no colour; allowed: #rrggbb, d"),
    ("[palette]\nred = '#ff0000'", "t.toml:2:1: \"red\" is a colour of the terminal; all"),
    (
      "[roles]\nperson = { attributes = ['bold', 'blink'] }",
      "t.toml:2:34: \"blink\" is no attribute; allowed: plain, bold, dim, italic, underline, reverse"
    ),
    (
      "[roles]\nperson = { attributes = ['bold', 1.5] }",
      "t.toml:2:34: \"attributes\" is a number with a fraction; allowed: an array of plain, bold"
    ),
    ("appearance = 1979-05-27", "t.toml:1:14: \"appearance\" is a date; allowed: a string"),
    ("[roles]\nperson = { attributes = 'bold' }", "t.toml:2:25: \"attributes\" is a string; all"),
    (
      "[roles]\nquote.direct = 'red'\n'quote.direct' = 'blue'",
      "t.toml:3:1: \"quote.direct\" was given before, on line 2; allowed: each role once"
    ),
    (
      "inherits = 'u'",
      "t.toml:1:12: no theme \"u\"; built in: auto, dark, light, paper, night, lamp, contrast, "
        + "contrast-dark, contrast-light, mono, terminal; searched: "
    ),
    ("[light]\nappearance = 'dark'", "t.toml:2:1: unknown key \"appearance\"; allowed: inherits,"),
    ("dark = 'night'", "t.toml:1:8: \"dark\" is a string; allowed: a table"),
    ("[dark.roles]\nperso = 'red'", "t.toml:2:1: unknown role \"perso\"; allowed: text, title"),
    ("inherits = '../u'", "t.toml:1:12: no theme \"../u\""),
  ])
  func `say where and what is wrong, and what is allowed`(text: String, expected: String) {
    let message = message(["t.toml": text])
    #expect(message.hasPrefix(expected), "\(message)")
  }

  @Test func `name the palette in messages`() {
    let text = "[palette]\nsky = '#74aef5'\namber = '#e8b75a'\n[roles]\nperson = 'ambr'"
    #expect(message(["t.toml": text]).hasSuffix("; from the palette: amber, sky"))
  }
}

@Suite struct `Theme variants` {
  private static let pair = """
    inherits = "base"
    [palette]
    amber = "#111111"
    [roles]
    person = "amber"
    [light]
    inherits = "bright"
    [dark.palette]
    amber = "#eeeeee"
    [dark.roles]
    place = "amber"
    """

  private static let files = [
    "t.toml": pair, "base.toml": "[roles]\ntitle = 'red'", "u.toml": "inherits = 't'",
    "bright.toml": "[roles]\ntitle = 'blue'\nplace = 'green'",
    "one.toml": "[roles]\nperson = 'red'\n[light.roles]\nperson = 'blue'",
  ]

  @Test func `are laid over what the theme says for both backgrounds`() throws {
    let catalog = catalog(Self.files)
    let dark = try catalog.theme("t", on: .dark)
    #expect(dark.appearance == .dark)
    #expect(dark[.person].foreground == .rgb(0xEEEEEE))
    #expect(dark[.place].foreground == .rgb(0xEEEEEE))
    #expect(dark[.title].foreground == .named(1))
    let light = try catalog.theme("t", on: .light)
    #expect(light.appearance == .light)
    #expect(light[.person].foreground == .rgb(0x111111))
    #expect(light[.place].foreground == .named(2))
    #expect(light[.title].foreground == .named(4))
  }

  @Test func `are inherited, and left out where there is none`() throws {
    let catalog = catalog(Self.files)
    #expect(try catalog.theme("u", on: .light)[.title].foreground == .named(4))
    #expect(try catalog.theme("u", on: .dark)[.title].foreground == .named(1))
    #expect(try catalog.theme("one", on: .light)[.person].foreground == .named(4))
    #expect(try catalog.theme("one", on: .dark)[.person].foreground == .named(1))
    #expect(try catalog.theme("one", on: .any)[.person].foreground == .named(1))
  }

  @Test func `of the pairs that are built in look as the themes they name`() throws {
    let catalog = catalog([:])
    for (pair, light, dark) in [
      ("auto", "light", "dark"), ("lamp", "paper", "night"),
      ("contrast", "contrast-light", "contrast-dark"),
    ] {
      for (name, background) in [(light, Theme.Appearance.light), (dark, .dark)] {
        let (one, other) = (try catalog.theme(pair, on: background), try catalog.theme(name))
        for role in Role.allCases { #expect(one[role] == other[role]) }
      }
    }
  }
}

@Suite struct `Lists of themes` {
  @Test func `name a person's own before those that are built in, each once`() {
    let catalog = ThemeCatalog(
      environment: ["HOME": "/home/r"], executableFolder: nil,
      listFolder: { folder in
        folder.hasPrefix("/home/r/")
          ? ["mine.toml", "a.toml", "dark.toml", "notes.txt", ".toml"] : []
      },
      readFile: { $0.hasSuffix("/mine.toml") ? [] : nil })
    #expect(catalog.names == ["a", "mine"] + ThemeCatalog.builtIn.map(\.name))
    #expect(catalog.file(of: "mine") == "/home/r/.config/rawi/themes/mine.toml")
    #expect(catalog.file(of: "night") == nil)
  }
}

@Suite struct `Theme inheritance` {
  private static let base = """
    appearance = "dark"
    [palette]
    amber = "#e8b75a"
    [roles]
    person = { foreground = "amber", attributes = ["bold"] }
    place = "amber"
    """

  @Test func `changes colours of the palette and replaces roles wholly`() throws {
    let theme = try catalog([
      "base.toml": Self.base,
      "middle.toml": "inherits = 'base'\n[palette]\namber = '#ffaf00'",
      "t.toml": "inherits = 'middle'\n[roles]\nperson = { background = 'amber' }",
    ]).theme("t")
    #expect(theme.name == "t")
    #expect(theme.appearance == .dark)
    #expect(theme[.person] == RoleStyle(background: .rgb(0xFFAF00)))
    #expect(theme[.place] == RoleStyle(foreground: .rgb(0xFFAF00)))
  }

  @Test func `names the file in which a colour is wrong`() {
    let files = [
      "base.toml": "[roles]\n\nperson = 'amber'", "t.toml": "inherits = 'base'",
    ]
    #expect(message(files).hasPrefix("base.toml:3:10: \"amber\" is no colour"))
  }

  @Test func `refuses a cycle and shows it`() {
    let files = [
      "t.toml": "inherits = 'a'", "a.toml": "# a\ninherits = 'b'", "b.toml": "inherits = 'a'",
    ]
    #expect(
      message(files) == "b.toml:1:12: themes inherit from each other: a → b → a; "
        + "allowed: a chain that ends")
    #expect(
      message(["t.toml": "inherits = 't'"]).hasPrefix(
        "t.toml:1:12: themes inherit from each other: t → t"))
  }

  @Test func `of its own name goes on to the built-in theme`() throws {
    let theme = try catalog([
      "dark.toml": "inherits = 'dark'\n[palette]\namber = '#ffaf00'"
    ]).theme("dark")
    #expect(theme[.person].foreground == .rgb(0xFFAF00))
    #expect(theme[.organisation].foreground == .rgb(0x74AEF5))
  }
}

@Suite struct `Theme layers` {
  private let theme = Theme(
    name: "t",
    styles: [
      .text: RoleStyle(foreground: .named(7), background: .rgb(0x101010)),
      .quoteDirect: RoleStyle(foreground: .named(5), attributes: .init(adds: .italic)),
      .person: RoleStyle(foreground: .named(3), attributes: .init(adds: .bold)),
      .mention: RoleStyle(background: .named(4)),
      .selection: RoleStyle(
        background: .named(6), attributes: .init(clears: true, adds: .underline)),
      .status: RoleStyle(foreground: .named(2)),
    ])

  @Test func `later roles override colours where they set them, and add attributes`() {
    #expect(
      theme.style(.text, .quoteDirect, .person, .mention)
        == Style(
          foreground: .named(3), background: .named(4), attributes: [.italic, .bold]))
    #expect(
      theme.style([.text, .person, .quoteDirect])
        == Style(
          foreground: .named(5), background: .rgb(0x101010), attributes: [.italic, .bold]))
  }

  @Test func `plain drops the attributes from below`() {
    #expect(
      theme.style(.text, .quoteDirect, .person, .selection)
        == Style(foreground: .named(3), background: .named(6), attributes: .underline))
  }

  @Test func `letters with a colour of their own are not faint from below`() {
    let theme = Theme(
      name: "t",
      styles: [
        .quoteScare: RoleStyle(attributes: .init(adds: [.dim, .italic])),
        .person: RoleStyle(foreground: .named(1)),
        .mention: RoleStyle(background: .named(4)),
      ])
    #expect(
      theme.style(.text, .quoteScare, .person)
        == Style(foreground: .named(1), attributes: .italic))
    #expect(
      theme.style(.text, .quoteScare, .mention)
        == Style(background: .named(4), attributes: [.dim, .italic]))
  }

  @Test func `a mark without a ground lies over the text`() {
    #expect(theme.style(.person) == theme.style(.text, .person))
    #expect(theme.style() == theme.style(.text))
  }

  @Test func `a mark that is left out shows what is below it`() {
    #expect(theme.style(.text, .quoteDirect, .place) == theme.style(.text, .quoteDirect))
    #expect(theme.style(.place) == theme.style(.text))
  }

  @Test func `a ground lies over the ground that it falls back to`() {
    #expect(theme.style(.pane) == theme.style(.text))
    #expect(theme.style(.status) == Style(foreground: .named(2), background: .rgb(0x101010)))
    #expect(theme.style(.pane, .person).background == .rgb(0x101010))
  }

  @Test func `every chain of fallbacks ends at the text, grounds over grounds`() {
    for role in Role.allCases {
      var steps = 0
      var current = role
      while let next = current.fallback, steps < Role.allCases.count {
        #expect(!current.isGround || next.isGround)
        current = next
        steps += 1
      }
      #expect(current == .text)
    }
  }

  @Test func `the selection shows in every theme`() {
    let empty = Theme(name: "empty")
    #expect(empty.style(.text, .selection).attributes == .reverse)
    #expect(empty.style(.text, .searchCurrent).attributes == .reverse)
    #expect(empty.style(.pane, .paneSelected).attributes == .reverse)
    let always: Set<Role> = [.selection, .search, .searchCurrent, .paneSelected]
    for role in Role.allCases where !always.contains(role) {
      #expect(empty.style(role) == .plain)
    }
  }

  @Test func `without colours the monochrome attributes take their place`() {
    let theme = Theme(
      name: "t",
      styles: [
        .person: RoleStyle(
          foreground: .named(3), attributes: .init(adds: .dim), monochrome: .init(adds: .bold)),
        .place: RoleStyle(background: .named(3), attributes: .init(adds: .italic)),
      ]
    ).withoutColors
    #expect(theme.style(.person) == Style(attributes: .bold))
    #expect(theme.style(.place) == Style(attributes: .italic))
  }
}

@Suite struct `Theme catalog` {
  private final class Log: @unchecked Sendable {
    // Unchecked: used by one test at a time, on one thread.
    var paths: [String] = []
  }

  private func paths(
    of name: String, environment: [String: String], executableFolder: String? = "/opt/rawi/bin"
  ) -> [String] {
    let log = Log()
    let catalog = ThemeCatalog(environment: environment, executableFolder: executableFolder) {
      log.paths.append($0)
      return nil
    }
    _ = try? catalog.theme(name)
    return log.paths
  }

  @Test func `searches configuration, program, data folders, then what is built in`() throws {
    #expect(
      paths(
        of: "dark",
        environment: [
          "HOME": "/home/r", "XDG_CONFIG_HOME": "/conf", "XDG_DATA_DIRS": "/a/:/b:relative",
        ]) == [
          "/conf/rawi/themes/dark.toml",
          "/opt/rawi/bin/../share/rawi/themes/dark.toml",
          "/a/rawi/themes/dark.toml",
          "/b/rawi/themes/dark.toml",
        ])
    let bare = ThemeCatalog(environment: [:], executableFolder: nil) { _ in nil }
    #expect(try bare.theme("dark").appearance == .dark)
    #expect(try bare.theme("light").appearance == .light)
  }

  @Test func `has the defaults of the XDG specification`() {
    let expected = [
      "/home/r/.config/rawi/themes/x.toml", "/usr/local/share/rawi/themes/x.toml",
      "/usr/share/rawi/themes/x.toml",
    ]
    #expect(paths(of: "x", environment: ["HOME": "/home/r"], executableFolder: nil) == expected)
    #expect(
      paths(
        of: "x",
        environment: ["HOME": "/home/r", "XDG_CONFIG_HOME": "rel", "XDG_DATA_DIRS": ""],
        executableFolder: nil) == expected)
  }

  @Test(arguments: ["./dark", "themes/dark.toml", "dark.toml"])
  func `reads a path as it is`(path: String) throws {
    #expect(paths(of: path, environment: ["HOME": "/home/r"]) == [path])
    let catalog = ThemeCatalog(environment: [:], executableFolder: nil) {
      $0 == path ? Array("[roles]\nperson = 'red'".utf8) : nil
    }
    let theme = try catalog.theme(path)
    #expect(theme.name == "dark")
    #expect(theme[.person].foreground == .named(1))
  }

  @Test func `takes the first that it finds`() throws {
    let catalog = ThemeCatalog(
      environment: ["XDG_CONFIG_HOME": "/c", "XDG_DATA_DIRS": "/d"], executableFolder: nil
    ) { path in
      switch path {
      case "/c/rawi/themes/dark.toml": Array("[roles]\nperson = 'red'".utf8)
      case "/d/rawi/themes/dark.toml": Array("[roles]\nperson = 'blue'".utf8)
      default: nil
      }
    }
    #expect(try catalog.theme("dark")[.person].foreground == .named(1))
  }

  @Test func `says what there is when there is no such theme`() {
    #expect(
      message([:], "dusk") == "no theme \"dusk\"; built in: auto, dark, light, paper, night, "
        + "lamp, contrast, contrast-dark, contrast-light, mono, terminal; searched: "
        + "/home/r/.config/rawi/themes, /usr/local/share/rawi/themes, /usr/share/rawi/themes")
    #expect(message([:], "./dusk.toml").hasPrefix("./dusk.toml: the theme file does not exist"))
  }
}
