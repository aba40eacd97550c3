/// The parts of the manual page that no table of the program tells.
enum ManualSections {
  struct Section {
    var title: String
    var text = ""
    var items: [(name: String, meaning: String)] = []
  }

  static let all = [
    Section(
      title: "ENVIRONMENT",
      items: [
        ("TERM, COLORTERM, COLORFGBG", "What the terminal is, its colours and its background."),
        ("NO_COLOR", "Where it is set and not empty, attributes stand in for colours."),
        ("VISUAL, EDITOR", "The editor for articles and notes, the first that is set; else vi."),
        ("RAWI_MODEL", "The trained tagger, as --model takes it."),
        ("TMPDIR", "Where a note lies while the editor has it, by default /tmp."),
        (
          "SWIFT_BACKTRACE", "Where it is set, Swift reports a crash as it says; else nothing does."
        ),
        ("COLUMNS", "The width of lines that rawi show does not write to a terminal."),
        ("XDG_CONFIG_HOME", "Where choices and themes lie, by default ~/.config."),
        ("LC_ALL, LC_MESSAGES, LANG", "The language of the interface; the first that is set."),
        ("WAYLAND_DISPLAY, DISPLAY", "Whether a tool of the desktop is given what is copied."),
        ("XDG_STATE_HOME", "Where lines that were typed are kept, by default ~/.local/state."),
        ("XDG_CACHE_HOME", "Where what is known of folders is kept, by default ~/.cache."),
        ("XDG_DATA_HOME", "Where Rawi keeps what it remembers, by default ~/.local/share."),
        ("XDG_DATA_DIRS", "Where themes of all users are looked for."),
      ]),
    Section(
      title: "FILES",
      items: [
        ("~/.config/rawi/config.toml", "Keys and settings; rawi keys lists the keys in its form."),
        ("~/.local/state/rawi/history", "Lines that were typed."),
        (
          "~/.local/state/rawi/unsaved",
          "Notes that could not be saved, as text; else in TMPDIR. The next start offers them."
        ),
        ("~/.local/state/rawi/pane", "The width of the side pane."),
        ("~/.config/rawi/themes/NAME.toml", "Themes of your own."),
        ("~/.config/rawi/terminals.toml", "What was chosen in rawi doctor for each terminal."),
        (
          "~/.local/share/rawi/annotations.sqlite",
          "Annotations, marks, and where each article was left."
        ),
        ("~/.local/share/rawi/names.tsv", "Names that corrections have taught."),
        (
          "~/.local/share/rawi/same-names.tsv",
          "Names that are of one in all articles, as you have said."
        ),
        ("~/.local/share/rawi/speakers.tsv", "Speakers that corrections have taught."),
      ]),
    Section(
      title: "EXIT STATUS", text: "0, or one of those of sysexits.h:",
      items: [
        ("64", "A wrong call, or no terminal."), ("65", "Not text, or empty."),
        ("66", "No such file, or one that may not be read."), ("71", "The system failed."),
        ("73", "No place to write."), ("74", "Reading or writing failed."),
        ("78", "A file of settings is wrong; the message tells where."),
        ("141", "Nobody reads any more what is printed, as behind head."),
        ("129 ... 143", "The end by a signal: 128 and its number."),
      ]),
    Section(
      title: "EXAMPLES",
      items: [
        ("rawi article.txt", "Read an article."),
        ("curl -s URL | iconv -f windows-1256 | rawi", "Read what another program prints."),
        ("rawi +F file.log", "Follow a file as it grows."),
        ("pager \"rawi --wrapped yes %f\"", "In newsboat's config: read its articles here."),
        ("rawi show --color always article.txt | less -R", "Page through an article in less."),
        ("rawi quotes --speaker NAME *.txt", "Who said what."),
        ("rawi show --plain --bidi logical FILE", "Hear an article, or read it by braille."),
        (
          "rawi export --format html FILE > page.html",
          "A page of the article with your notes, to hand on."
        ),
        ("rawi doctor --report", "What to send with a report of a fault."),
      ]),
  ]
}
