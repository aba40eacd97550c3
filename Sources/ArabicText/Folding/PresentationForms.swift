import CUnicodeTables

/// The shapes of Arabic letters as scalars of their own (Arabic Presentation Forms A and B).
@usableFromInline package enum PresentationForms {
  /// The letter or letters that `form` shows, the second 0 unless it is a lam-alef.
  ///
  /// - Returns: `nil` where `form` is no presentation form of a letter.
  /// - Complexity: O(log *n*) in the 279 forms.
  package static func letters(of form: UInt32) -> (first: UInt32, second: UInt32)? {
    let entries = 0..<rawi_unicode_unform_entries
    let index = entries.partitioningIndex { UInt32(unform($0 * 3)) >= form }
    guard index < entries.upperBound, UInt32(unform(index * 3)) == form else { return nil }
    return (UInt32(unform(index * 3 + 1)), UInt32(unform(index * 3 + 2)))
  }

  /// The scalar that is drawn for `scalar` in the form of number `form`: its presentation form, or
  /// itself where Unicode has none.
  ///
  /// - Complexity: O(1), two loads; inlinable, as it is asked for every letter that is laid out.
  @inlinable package static func drawn(_ scalar: UInt32, form: UInt8) -> UInt32 {
    let first = UInt32(rawi_unicode_forms_first)
    guard scalar >= first, scalar <= UInt32(rawi_unicode_forms_last) else { return scalar }
    let found = rawi_unicode_form((scalar - first) * 4 + UInt32(form & 3))
    return found == 0 ? scalar : UInt32(found)
  }

  private static func unform(_ index: Int) -> UInt16 {
    rawi_unicode_unform_at(UInt32(index))
  }
}
