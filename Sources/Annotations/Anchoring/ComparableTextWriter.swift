import ArabicText

/// Brings a text into the form of ``ComparableText``, from its start to its end.
struct ComparableTextWriter {
  private let source: DecodedText
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [ComparablePiece] = []
  /// Where the text begins that is to be written as it is.
  private var plainStart: TextOffset?
  /// White space that something has yet to follow.
  private var space: (span: TextSpan, isBreak: Bool)?
  /// A letter with its marks: its scalars taken apart, and whether these differ from how it is written.
  private var cluster: [UInt32] = []
  private var clusterSpan = TextSpan(.zero, .zero)
  private var isRewritten = false

  init(_ source: DecodedText) {
    self.source = source
    bytes.reserveCapacity(source.utf8Count + source.utf8Count / 16)
  }

  /// Reads the whole text.
  mutating func readAll() {
    for scalar in source.scalars(in: source.span) { write(scalar) }
    endCluster()
    endPlain(at: clusterSpan.upper)
  }

  private mutating func write(_ scalar: PlacedScalar) {
    let properties = ScalarProperties(scalar.value)
    if scalar.value == 0xFEFF { return leaveOut() }
    if properties.isSpace { return takeSpace(scalar) }
    let isMark = properties.isMark && CanonicalDecomposition.combiningClass(of: scalar.value) != 0
    if !isMark || cluster.isEmpty {
      endCluster()
      endSpace()
      if plainStart == nil { plainStart = scalar.offset }
      clusterSpan = TextSpan(scalar.offset, scalar.offset)
    }
    if CanonicalDecomposition.decomposes(scalar.value) {
      isRewritten = true
      CanonicalDecomposition.forEach(of: scalar.value) { cluster.append($0) }
    } else {
      if isMark, let last = cluster.last,
        CanonicalDecomposition.combiningClass(of: last)
          > CanonicalDecomposition.combiningClass(of: scalar.value)
      {
        isRewritten = true
      }
      cluster.append(scalar.value)
    }
    clusterSpan.upper = scalar.span.upper
  }

  /// Passes a byte order mark over.
  private mutating func leaveOut() {
    let end = clusterSpan.upper
    endCluster()
    endPlain(at: end)
  }

  private mutating func takeSpace(_ scalar: PlacedScalar) {
    leaveOut()
    let isBreak =
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
      default: false
      }
    if let open = space {
      space = (TextSpan(open.span.lower, scalar.span.upper), open.isBreak || isBreak)
    } else {
      space = (scalar.span, isBreak)
    }
  }

  /// Writes the white space before a word; before the first it is left out.
  private mutating func endSpace() {
    guard let open = space else { return }
    space = nil
    guard !bytes.isEmpty else { return }
    write([open.isBreak ? 0x0A : 0x20], for: open.span, isSpace: true)
  }

  private mutating func endCluster() {
    defer {
      cluster.removeAll(keepingCapacity: true)
      isRewritten = false
    }
    guard isRewritten else { return }
    endPlain(at: clusterSpan.lower)
    order()
    write(cluster.flatMap { Array(Self.utf8($0)) }, for: clusterSpan)
    plainStart = nil
  }

  /// Puts the marks in canonical order: those of each run by their class, equals as they are.
  private mutating func order() {
    var start = 0
    while start < cluster.count {
      var end = start
      while end < cluster.count, CanonicalDecomposition.combiningClass(of: cluster[end]) != 0 {
        end += 1
      }
      let run = cluster[start..<end].enumerated().sorted { one, other in
        let (left, right) = (
          CanonicalDecomposition.combiningClass(of: one.element),
          CanonicalDecomposition.combiningClass(of: other.element)
        )
        return left == right ? one.offset < other.offset : left < right
      }
      cluster.replaceSubrange(start..<end, with: run.map(\.element))
      start = max(end, start + 1)
    }
  }

  /// Writes what stands as it is, up to `end`.
  private mutating func endPlain(at end: TextOffset) {
    guard let start = plainStart else { return }
    plainStart = nil
    guard start < end else { return }
    let lower = TextOffset(bytes.count)
    source.withUTF8 { bytes.append(contentsOf: $0[start.utf8..<end.utf8]) }
    add(
      ComparablePiece(
        lower: lower, upper: TextOffset(bytes.count), source: TextSpan(start, end),
        isVerbatim: true))
  }

  private mutating func write(_ written: [UInt8], for span: TextSpan, isSpace: Bool = false) {
    let lower = TextOffset(bytes.count)
    bytes += written
    let isVerbatim = source.withUTF8 { $0[span.utf8].elementsEqual(written) }
    add(
      ComparablePiece(
        lower: lower, upper: TextOffset(bytes.count), source: span, isVerbatim: isVerbatim,
        isSpace: isSpace))
  }

  /// Adds a piece, as part of the last one where both stand as they are, one behind the other.
  private mutating func add(_ piece: ComparablePiece) {
    guard piece.isVerbatim, let last = pieces.last, last.isVerbatim,
      last.source.upper == piece.source.lower
    else { return pieces.append(piece) }
    pieces[pieces.count - 1].upper = piece.upper
    pieces[pieces.count - 1].source.upper = piece.source.upper
  }

  private static func utf8(_ value: UInt32) -> String.UTF8View {
    String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
  }
}
