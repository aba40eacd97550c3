import Annotations
import ArabicText
import Platform

extension UnsavedNote {
  /// A correction of the words at `span` that the store does not have yet.
  init(_ correction: Correction, _ scope: Correction.Scope, of span: TextSpan, words: String) {
    let json = JSON.object([
      ("correction", correction.json), ("scope", .string(scope.rawValue)),
    ])
    self.init(.correction, text: json.line, of: .passage(span), words: words)
  }

  /// The correction that it is, and where that holds; `nil` where it is none.
  var correction: (Correction, Correction.Scope)? {
    guard kind == .correction, let json = try? JSON(parsing: text),
      let correction = json["correction"].flatMap(Correction.init(json:))
    else { return nil }
    let scope = json["scope"]?.string.flatMap(Correction.Scope.init(rawValue:))
    return (correction, scope ?? .here)
  }
}
