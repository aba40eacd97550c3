import ArabicText

/// The forms that the vocabulary knows of scalars: presentation forms become letters, wide digits
/// plain ones (the NMT-NFKC rules of SentencePiece).
struct LetterForms: Sendable {
  private let file: ModelFile

  init(_ file: ModelFile) { self.file = file }

  /// Calls `body` with each scalar that stands for `scalar`.
  ///
  /// - Complexity: O(log *n*) in the scalars with another form.
  func forEach(of scalar: UInt32, _ body: (UInt32) -> Void) {
    let from = UnsafeBufferPointer<UInt32>(
      start: file.array(.normalisedFrom), count: file.shape.normalised)
    let index = from.partitioningIndex { $0 >= scalar }
    guard index < from.endIndex, from[index] == scalar else { return body(scalar) }
    let offsets: UnsafePointer<UInt32> = file.array(.normalisedOffsets)
    let to: UnsafePointer<UInt32> = file.array(.normalisedTo)
    let first = Int(offsets[index])
    let end = min(Int(offsets[index + 1]), file.shape.normalisedLength)
    for position in first..<max(end, first) { body(to[position]) }
  }
}
