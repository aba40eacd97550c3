import ArabicText

/// Makes spans of tagged tokens.
struct SpanBuilder {
  let text: DecodedText
  /// What the tags tell.
  let bounds: TagBounds
  private(set) var entries: [ImportEntry] = []
  /// Whether tokens are no longer looked for.
  var isPastBound = false
  /// Whether a span began without a letter that says so.
  private(set) var beginsFreely = false
  private var open: Open?
  /// Whether the last token was a line that cannot be read.
  private var isBehindUnread = false

  private struct Open {
    var label: String
    var span: TextSpan?
    var spot: ImportSpot
    /// Whether its tags say where it begins.
    var isBegun: Bool
    /// Whether its tags say where it ends.
    var isEnded = false
    /// Whether a token of another label goes on where it is.
    var isCut = false
    /// Whether a line that cannot be read may be a part of it.
    var isBesideUnread = false

    /// Whether its tags say what `bounds` have them say.
    func tells(_ bounds: TagBounds) -> Bool {
      switch bounds {
      case .both: isBegun && isEnded
      case .beginnings: isBegun && !isCut
      case .changes: true
      }
    }
  }

  init(text: DecodedText, bounds: TagBounds) { (self.text, self.bounds) = (text, bounds) }

  mutating func add(_ token: TaggedToken, at place: TextSpan?) {
    defer { isBehindUnread = false }
    switch TagScheme.tag(token.tag, isPlain: token.isPlain) {
    case .outside: end()
    case nil:
      end()
      // spaCy writes a dash where nobody knows.
      if !["", "-", "_"].contains(token.tag) {
        entries.append(.refused(token.spot, .unknownTag(token.tag)))
      }
    case .begin(let label): begin(label, token.spot, place)
    case .inside(let label): goOn(label, token.spot, place)
    case .end(let label):
      goOn(label, token.spot, place)
      open?.isEnded = true
      end()
    case .single(let label):
      begin(label, token.spot, place)
      open?.isEnded = true
      end()
    }
  }

  /// Adds a line that cannot be read; the span that is open may go on in it, and the next may begin there.
  mutating func addUnread() {
    open?.isBesideUnread = true
    end()
    isBehindUnread = true
  }

  private mutating func begin(
    _ label: String, _ spot: ImportSpot, _ place: TextSpan?, isBegun: Bool = true
  ) {
    end()
    open = Open(label: label, span: place, spot: spot, isBegun: isBegun)
    open?.isBesideUnread = !isBegun && isBehindUnread
    if !isBegun, bounds == .changes { beginsFreely = true }
  }

  private mutating func goOn(_ label: String, _ spot: ImportSpot, _ place: TextSpan?) {
    guard let open, open.label == label else {
      self.open?.isCut = true
      return begin(label, spot, place, isBegun: false)
    }
    guard let known = open.span, let place,
      text.scalars(in: TextSpan(known.upper, place.lower)).allSatisfy({ $0.value.isBlankOrUnseen })
    else {
      self.open?.span = nil
      return
    }
    self.open?.span = known.union(place)
  }

  /// Ends the span that is open.
  mutating func end() {
    guard let item = open else { return }
    open = nil
    if item.isBesideUnread {
      entries.append(.refused(item.spot, .besideUnreadLine(label: item.label)))
    } else if !item.tells(bounds) {
      entries.append(.refused(item.spot, .tagsBroken(label: item.label)))
    } else if let span = item.span {
      entries.append(.placed(item.spot, span, label: item.label))
    } else {
      let reason =
        isPastBound ? .notLookedFor(count: 1) : ImportReason.tokensMissing(label: item.label)
      entries.append(.refused(item.spot, reason))
    }
  }
}

extension UInt32 {
  /// Whether it is white space, or not seen.
  var isBlankOrUnseen: Bool {
    let properties = ScalarProperties(self)
    return properties.isSpace || properties.isHidden || properties.scalarClass == .control
  }
}
