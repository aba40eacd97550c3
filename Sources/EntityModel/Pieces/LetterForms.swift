/// The forms that the vocabulary knows of scalars: presentation forms become letters, wide digits
/// plain ones (the NMT-NFKC rules of SentencePiece).
struct LetterForms: Sendable {
  private let file: ModelFile

  init(_ file: ModelFile) { self.file = file }

  /// Calls `body` with each scalar that stands for `scalar`.
  ///
  /// - Complexity: O(log *n*) in the scalars with another form.
  func forEach(of scalar: UInt32, _ body: (UInt32) -> Void) {
    let from: UnsafePointer<UInt32> = file.array(.normalisedFrom)
    var low = 0
    var high = file.shape.normalised
    while low < high {
      let middle = (low + high) / 2
      if from[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < file.shape.normalised, from[low] == scalar else { return body(scalar) }
    let offsets: UnsafePointer<UInt32> = file.array(.normalisedOffsets)
    let to: UnsafePointer<UInt32> = file.array(.normalisedTo)
    let end = min(Int(offsets[low + 1]), file.shape.normalisedLength)
    for position in Int(offsets[low])..<max(end, Int(offsets[low])) { body(to[position]) }
  }
}
