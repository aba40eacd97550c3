import Interface
import Reader
import Screen
import Testing

/// The reader with keys of a person's own.
struct KeymapTests {
  @Test func `the help and the messages name the keys in force`() throws {
    let toml = "[keys]\nhelp.show = 'x'\nscroll.up = []\nsearch.start = 'ctrl-s'"
    let keymap = try Configuration(Array(toml.utf8), file: "config.toml").keymap
    var reader = ReaderFixture(columns: 80, rows: 16, keymap: keymap)
    reader.press("z")
    #expect(reader.state.notice?.phrase == Phrase(.keyUnknown, .key("z"), .key("x")))
    reader.press("n")
    #expect(reader.state.notice?.phrase == Phrase(.nothingSearchedYet, .key(.control("s"))))
    reader.press("x")
    try GoldenScreen.expect(reader.state, matches: "help-own-keys")
  }
}
