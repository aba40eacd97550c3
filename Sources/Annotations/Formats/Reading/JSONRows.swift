import Platform

/// The rows of a file of JSON: the lines of JSON Lines, the elements of an array, or values that follow
/// one another.
struct JSONRows {
  /// A value and where in the file it stands.
  struct Row {
    var spot: ImportSpot
    var json: JSON
  }

  /// Its rows, in order.
  private(set) var rows: [Row] = []
  /// The lines that are no JSON, each with the first byte of it that is wrong.
  private(set) var damaged: [(spot: ImportSpot, byte: Int)] = []

  /// What wrote it, by the first row that is known.
  var kind: ImportKind { rows.lazy.compactMap { JSONShape($0.json).kind }.first ?? .spans }

  /// - Throws: ``ExchangeError/damagedJSON(byte:)`` where no row is JSON, ``ExchangeError/unknown`` where
  ///   none holds annotations of a kind that is known.
  init(_ content: String) throws(ExchangeError) {
    do {
      read(try JSON(parsing: content), of: content)
    } catch {
      readLines(of: content)
      guard rows.isEmpty else { return }
      readValues(of: content)
      guard rows.isEmpty else { return }
      throw .damagedJSON(byte: error.byte)
    }
    let isKnown = rows.isEmpty || rows.contains { JSONShape($0.json) != .unknown }
    guard isKnown else { throw .unknown }
  }

  /// Takes the one value that the file is; alone on a line it is a row of JSON Lines.
  private mutating func read(_ whole: JSON, of content: String) {
    let elements = JSONShape.elements(of: whole)
    if elements.count == 1, whole == elements[0] {
      let lines = ImportLine.lines(of: content).lazy.filter { !$0.isBlank }.prefix(2)
      if let line = lines.first, lines.count == 1 {
        rows = [Row(spot: line.spot, json: whole)]
        return
      }
    }
    rows = elements.enumerated().map { Row(spot: .row($0.offset + 1), json: $0.element) }
  }

  /// Takes each line that is a row; of an array that is cut into lines, without its commas.
  private mutating func readLines(of content: String) {
    for line in ImportLine.lines(of: content) where !line.isBlank {
      let text = line.text.trimmingBlanks
      if text == "[" || text == "]" { continue }
      do {
        let json = try JSON(parsing: text.hasSuffix(",") ? String(text.dropLast()) : text)
        let elements = JSONShape.elements(of: json)
        rows += elements.enumerated().map { index, element in
          Row(
            spot: elements.count == 1 ? line.spot : .part(line.spot, index + 1), json: element)
        }
      } catch {
        damaged.append((line.spot, error.byte))
      }
    }
    // The lines of a value that goes over many are no rows.
    if !rows.contains(where: { JSONShape($0.json) != .unknown }) { (rows, damaged) = ([], []) }
  }

  /// Takes values that follow one another over any lines, up to the first that is none.
  private mutating func readValues(of content: String) {
    let (values, end) = JSON.values(in: content)
    rows = values.enumerated().map { Row(spot: .row($0.offset + 1), json: $0.element) }
    if let end, !rows.isEmpty { damaged = [(.row(rows.count + 1), end.byte)] }
    if !rows.contains(where: { JSONShape($0.json) != .unknown }) { (rows, damaged) = ([], []) }
  }
}

extension String {
  /// The string without white space at both ends.
  var trimmingBlanks: String {
    let scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }
}
