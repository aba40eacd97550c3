import Screen

/// Which key does what.
///
/// One table serves the dispatch of keys and the help.
public struct Keymap: Sendable {
  /// A command and the keys that call it, the one to show first.
  public struct Binding: Sendable {
    /// What is done.
    public var command: Command
    /// The keys that do it.
    public var keys: [Key]

    /// Binds `keys` to `command`.
    public init(_ command: Command, _ keys: Key...) {
      self.command = command
      self.keys = keys
    }
  }

  /// All bindings in the order of the help.
  public let bindings: [Binding]
  private let commands: [Key: Command]

  /// A keymap of `bindings`; where a key is bound twice, the first binding holds.
  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    let pairs = bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } }
    commands = Dictionary(pairs) { first, _ in first }
  }

  /// The command of `key`, looked up as typed and then as the same key of a Latin keyboard.
  public func command(for key: Key) -> Command? {
    commands[key] ?? ArabicKeyboard.latinKey(for: key).flatMap { commands[$0] }
  }

  /// The key to name where a message tells how to do `command`.
  func key(for command: Command) -> Key {
    bindings.first { $0.command == command }?.keys.first ?? .escape
  }

  /// The keys that every reader starts with: those of less and vim.
  public static let standard = Keymap([
    Binding(.lineDown, "j", .down),
    Binding(.lineUp, "k", .up),
    Binding(.pageDown, " ", "f", .pageDown, .control("f")),
    Binding(.pageUp, "b", .pageUp, .control("b")),
    Binding(.halfPageDown, "d", .control("d")),
    Binding(.halfPageUp, .control("u")),
    Binding(.goToStart, "g", .home),
    Binding(.goToEnd, "G", .end),
    Binding(.goToPercent, "%", "٪"),
    Binding(.back, "'", .control("o")),
    Binding(.nextEntity, "]"),
    Binding(.previousEntity, "["),
    Binding(.nextMention, "}"),
    Binding(.previousMention, "{"),
    Binding(.nextPerson, "p"),
    Binding(.previousPerson, "P", .alt("p")),
    Binding(.nextOrganisation, "o"),
    Binding(.previousOrganisation, "O", .alt("o")),
    Binding(.nextPlace, "l"),
    Binding(.previousPlace, "L", .alt("l")),
    Binding(.card, "c"),
    Binding(.clearSelection, .escape),
    Binding(.nextQuotation, ")"),
    Binding(.previousQuotation, "("),
    Binding(.speakerOnly, "s"),
    Binding(.selectPassage, "v"),
    Binding(.highlight, "h"),
    Binding(.writeNote, "a"),
    Binding(.tag, "t"),
    Binding(.nextNote, "w"),
    Binding(.previousNote, "W"),
    Binding(.removeNote, "D", .delete),
    Binding(.filterNotes, "i"),
    Binding(.correct, "C"),
    Binding(.review, "r"),
    Binding(.undo, "u"),
    Binding(.redo, .control("r")),
    Binding(.togglePane, "e"),
    Binding(.switchPane, .tab, .backTab),
    Binding(.jump, .enter),
    Binding(.search, "/"),
    Binding(.searchNext, "n"),
    Binding(.searchPrevious, "N"),
    Binding(.copy, "y"),
    Binding(.justify, "J"),
    Binding(.help, "?", .function(1)),
    Binding(.redraw, .control("l")),
    Binding(.suspend, .control("z")),
    Binding(.quit, "q", "Q"),
  ])
}
