import CMarkup

/// Reads HTML and XML by libxml2, which is opened when the first page needs it.
enum MarkupParser {
  /// Markup that is read.
  enum Kind: Sendable {
    /// Pages as browsers take them, whatever is wrong with them.
    case html
    /// XML; of what is not well-formed, the part before the fault.
    case xml
  }

  /// Why there is no tree.
  enum Failure: Error, Hashable {
    /// libxml2 is not installed.
    case noLibrary
    /// There is no memory left.
    case noMemory
  }

  /// How many levels of elements a tree has at most; what is deeper stands at the deepest.
  ///
  /// Real pages have 12 to 27.
  static let deepest = 1000
  /// How many elements and texts a tree has at most, some 80 MB of them.
  ///
  /// Real pages have some thousands.
  static let mostNodes = 2_000_000

  /// How long a page is read at most; what stands behind is left out.
  ///
  /// Real pages take some milliseconds.
  static let longest = Duration.seconds(10)

  /// The tree of `bytes`, which are UTF-8, as far as it is read in the time that there is.
  ///
  /// - Parameters:
  ///   - bytes: the markup.
  ///   - kind: what it is.
  ///   - kept: the elements, by their names without prefixes, that are in the tree however deep they stand: there
  ///     at the deepest level, as their words are.
  ///   - limit: how long it is read at most.
  /// - Returns: the tree.
  /// - Throws: ``Failure``.
  /// - Complexity: O(*n*) for pages as they are; libxml2 itself is slower where thousands of elements are
  ///   left open.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind, keeping kept: Set<String> = [],
    within limit: Duration = longest
  ) throws(Failure) -> MarkupTree {
    if kind == .html, let repaired = NumericReferences.repaired(bytes) {
      return try repaired.withUnsafeBufferPointer { repaired throws(Failure) in
        try parsed(repaired, as: kind, keeping: kept, within: limit)
      }
    }
    return try parsed(bytes, as: kind, keeping: kept, within: limit)
  }

  private static func parsed(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind, keeping kept: Set<String>,
    within limit: Duration
  ) throws(Failure) -> MarkupTree {
    let builder = MarkupTreeBuilder(byteCount: bytes.count, kind, keeping: kept)
    var events = rawi_markup_events(
      state: Unmanaged.passUnretained(builder).toOpaque(),
      start: { state, name, attributes in
        guard let name else { return }
        builderOf(state).start(name, attributes)
      },
      end: { state, name in
        guard let name else { return }
        builderOf(state).end(name)
      },
      text: { state, bytes, count in
        builderOf(state).text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      })
    let outcome = bytes.withMemoryRebound(to: CChar.self) { bytes in
      rawi_markup_parse(
        bytes.baseAddress, Int32(clamping: bytes.count),
        kind == .html ? rawi_markup_html : rawi_markup_xml, Int32(limit / .milliseconds(1)), &events
      )
    }
    switch outcome {
    case rawi_markup_no_library: throw .noLibrary
    case rawi_markup_no_memory: throw .noMemory
    case rawi_markup_late: return builder.finished(isLate: true)
    // The parser of HTML ends all elements itself.
    default:
      return builder.finished(
        isLate: false, mayEndEarly: kind == .xml,
        isIllFormed: outcome == rawi_markup_ill_formed)
    }
  }
}

/// The builder that is passed through C as `state`.
private func builderOf(_ state: UnsafeMutableRawPointer?) -> MarkupTreeBuilder {
  guard let state else { preconditionFailure("events without a state") }
  return Unmanaged<MarkupTreeBuilder>.fromOpaque(state).takeUnretainedValue()
}
