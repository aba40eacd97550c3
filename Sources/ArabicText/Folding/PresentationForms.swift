import CUnicodeTables

/// The shapes of Arabic letters as scalars of their own (Arabic Presentation Forms A and B).
public enum PresentationForms {
  /// Which shape of a letter.
  public enum Form: Int, Sendable {
    case isolated, final, initial, medial
  }

  /// The letter or letters that `form` shows, the second 0 unless it is a lam-alef.
  ///
  /// - Returns: `nil` where `form` is no presentation form of a letter.
  /// - Complexity: O(log *n*) in the 279 forms.
  public static func letters(of form: UInt32) -> (first: UInt32, second: UInt32)? {
    var low = 0
    var high = rawi_unicode_unform_entries
    while low < high {
      let middle = (low + high) / 2
      let found = UInt32(unform(middle * 3))
      if found == form {
        return (UInt32(unform(middle * 3 + 1)), UInt32(unform(middle * 3 + 2)))
      }
      if found < form { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The scalar that shows `letter` in `form`, or `nil` where Unicode has none.
  ///
  /// - Complexity: O(1).
  public static func scalar(of letter: UInt32, in form: Form) -> UInt32? {
    let first = UInt32(rawi_unicode_forms_first)
    let last = UInt32(rawi_unicode_forms_last)
    guard letter >= first, letter <= last else { return nil }
    let found = rawi_unicode_form((letter - first) * 4 + UInt32(form.rawValue))
    return found == 0 ? nil : UInt32(found)
  }

  /// The scalar that is drawn for `scalar` in the form of number `form`: its presentation form, or
  /// itself where Unicode has none.
  ///
  /// - Complexity: O(1), two loads; inlinable, as it is asked for every letter that is laid out.
  @inlinable public static func drawn(_ scalar: UInt32, form: UInt8) -> UInt32 {
    let first = UInt32(rawi_unicode_forms_first)
    guard scalar >= first, scalar <= UInt32(rawi_unicode_forms_last) else { return scalar }
    let found = rawi_unicode_form((scalar - first) * 4 + UInt32(form & 3))
    return found == 0 ? scalar : UInt32(found)
  }

  private static func unform(_ index: Int) -> UInt16 {
    rawi_unicode_unform_at(UInt32(index))
  }
}
