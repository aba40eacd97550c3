import Platform
import Screen
import Testing

@testable import Interface

/// The configuration file: keys and settings, and what is wrong with them.
struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(Array(text.utf8), file: "config.toml")
  }

  @Test func `settings are words, numbers and yes or no`() throws {
    let configuration = try read(
      """
      theme = "paper"
      lang = "ar"
      width = 70
      ligatures = false
      bidi = "inverse"
      tmux-passthrough = true
      """)
    #expect(configuration.word(.theme) == "paper")
    #expect(configuration.choice(.lang) == Language.Code.arabic)
    #expect(configuration.number(.width) == 70)
    #expect(configuration.word(.ligatures) == "off")
    #expect(configuration.choice(.bidi) == BidiMode.inverse)
    #expect(configuration.choice(.passthrough) == MultiplexerPassthrough.on)
    #expect(configuration.keymap == .standard)
  }

  @Test(arguments: [
    (Setting.lang, "ar, en"), (.dir, "auto, rtl, ltr"), (.tashkeel, "show, hide, auto"),
    (.bidi, "auto, visual, terminal, words, inverse, logical"), (.passthrough, "ask, on, off"),
    (.mouse, "on, off"), (.hints, "on, off"), (.romanize, "auto, on, off"), (.width, "20 … 400"),
    (.margin, "0 … 100"), (.lineSpacing, "1 … 4"),
  ])
  func `what a setting takes is told`(setting: Setting, allowed: String) {
    #expect(setting.allowed == allowed)
  }

  @Test func `a dictionary is a program with a place for the word`() throws {
    let configuration = try read("[lookup]\ncommand = [\"dict\", \"-d\", \"en:{}\"]")
    #expect(configuration.lookup?.command(for: "بيت; rm") == ["dict", "-d", "en:بيت; rm"])
    #expect(try read("lang = \"ar\"").lookup == nil)
  }

  @Test(arguments: [
    "lookup = \"dict\"", "[lookup]\ncommand = \"dict {}\"", "[lookup]\ncommand = [\"dict\"]",
    "[lookup]\ncommand = [\"{}\"]", "[lookup]\ncommand = []", "[lookup]\ncommand = [1, \"{}\"]",
  ])
  func `a dictionary without a program or a place for the word is refused`(text: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try read(text) }
    #expect(error?.description.contains("[\"dict\", \"{}\"]") == true)
  }

  @Test func `converters are patterns with programs, links have a program of their own`() throws {
    let configuration = try read(
      "[open]\n\"*.rtf\" = [\"pandoc\", \"{}\"]\n\"*.doc\" = [\"antiword\", \"{}\"]\n"
        + "[links]\ncommand = [\"xdg-open\", \"{}\"]")
    #expect(configuration.converters.map(\.pattern) == ["*.rtf", "*.doc"])
    #expect(configuration.converters.first?.call?.words == ["pandoc", "{}"])
    #expect(configuration.links?.command(for: "x") == ["xdg-open", "x"])
  }

  @Test(arguments: [
    "[open]\n\"*.rtf\" = \"pandoc {}\"", "open = 1",
    "[open]\n\"*.rtf\" = []", "links = \"xdg-open\"", "[links]\ncommand = [\"xdg-open\"]",
    "[links]\nshell = \"sh\"",
  ])
  func `a mistake in converters and links is told`(content: String) {
    #expect(throws: ConfigurationError.self) { try read(content) }
  }

  @Test func `a converter without a place for the path stops no other`() throws {
    let configuration = try read(
      "[open]\n\"*.rtf\" = [\"pandoc\"]\n\"*.doc\" = [\"antiword\", \"{}\"]")
    #expect(configuration.converters.map(\.call?.words) == [nil, ["antiword", "{}"]])
  }

  @Test func `nothing else stands under lookup`() throws {
    let error = #expect(throws: ConfigurationError.self) {
      try read("[lookup]\nshell = \"sh\"")
    }
    #expect(error?.problem == .unknownSetting("lookup.shell"))
  }

  @Test func `an action takes other keys, which leave the actions that had them`() throws {
    let configuration = try read(
      """
      [keys]
      next.entity = ["w", "ctrl-n", "pagedown", "space"]
      "previous.entity" = "W"
      scroll.down = []
      """)
    let keymap = configuration.keymap
    for key: Key in ["w", .control("n"), .pageDown, " "] {
      #expect(keymap.command(for: key) == .nextEntity)
    }
    #expect(keymap.command(for: "W") == .previousEntity)
    #expect(keymap.command(for: "]") == nil)
    #expect(keymap.command(for: "j") == nil)
    #expect(keymap.keys(of: .pageDown) == ["f", .control("f")])
    #expect(keymap.keys(of: .lineDown) == [])
  }

  @Test func `a key also holds where the keyboard is Arabic`() throws {
    let keymap = try read("keys.next.entity = 'w'").keymap
    #expect(keymap.command(for: "ص") == .nextEntity)
  }

  @Test(arguments: [
    ("widht = 70", "config.toml:1:1: unknown setting \"widht\"; allowed: theme, lang, width"),
    ("width = 'wide'", "config.toml:1:9: \"width\" takes: 20 … 400"),
    ("width = 7", "config.toml:1:9: \"7\" is no width; allowed: 20 … 400"),
    ("lang = 'fr'", "config.toml:1:8: \"fr\" is no lang; allowed: ar, en"),
    ("theme = 3", "config.toml:1:9: \"theme\" takes a text in quotation marks"),
    ("keys = 3", "config.toml:1:8: \"keys\" takes: [keys]"),
    (
      "[keys]\nscroll.dwon = 'j'",
      "config.toml:2:8: unknown action \"scroll.dwon\"; like it: scroll.down"
    ),
    ("[keys]\nfly = 'j'", "config.toml:2:1: unknown action \"fly\""),
    ("[keys]\nfly.high = 'j'", "config.toml:2:1: unknown action \"fly\""),
    ("[keys]\nscroll.down = 3", "config.toml:2:15: \"down\" takes: \"j\", [\"j\", \"down\"], []"),
    ("[keys]\nscroll.down = ['j', 1.5]", "config.toml:2:21: \"down\" takes: \"j\""),
    ("width = 70.0", "config.toml:1:9: \"width\" takes: 20 … 400"),
    (
      "[keys]\nscroll.down = 'jj'",
      "config.toml:2:15: \"jj\" is no key; allowed: one character, or space"
    ),
    (
      "[keys]\nscroll.down = ['j', 'ctrl-i']",
      "config.toml:2:21: terminals send the same for \"ctrl-i\" and tab; write \"tab\""
    ),
    ("[keys]\nscroll.down = '5'", "config.toml:2:15: \"5\" is a digit"),
    ("[keys]\nscroll.down = '٥'", "config.toml:2:15: \"٥\" is a digit"),
    ("[keys]\nscroll.down = 'ctrl-c'", "config.toml:2:15: \"ctrl-c\" always quits"),
    (
      "[keys]\nscroll.down = 'x'\ngo.end = ['G', 'x']",
      "config.toml:3:16: the key \"x\" calls scroll.down already, on line 2"
    ),
    (
      "[keys]\nscroll.down = 'x'\n'scroll.down' = 'y'",
      "config.toml:3:1: \"scroll.down\" was given before, on line 2"
    ),
    ("width = ", "config.toml:1:9: "),
  ])
  func `a mistake is told with its place and what to do`(text: String, message: String) {
    #expect {
      try read(text)
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }

  @Test func `a mistake is told in Arabic too`() {
    #expect {
      try read("lang = 'fr'")
    } throws: { error in
      (error as? ConfigurationError)?.message(in: .arabic)
        == "config.toml:1:8: \"fr\" لا يصلح قيمة للإعداد lang؛ المقبول: ar, en"
    }
  }

  @Test func `every key that a command comes with is known by its name`() throws {
    for key in Keymap.standard.bindings.flatMap(\.keys) { #expect(try Key(name: key.name) == key) }
    for name in ["f12", "alt-P", "ctrl-space", "shift-tab", "HOME", "Ctrl-X", "؟"] {
      #expect(try Key(name: Key(name: name).name) == Key(name: name))
    }
  }

  @Test(arguments: [
    "", " ", "f13", "f0", "ctrl-", "ctrl-لا", "alt-", "alt-xx", "\u{7F}", "hyper-x",
  ])
  func `other names are no keys`(name: String) {
    #expect(throws: Key.NameProblem.unknown) { try Key(name: name) }
  }
}
