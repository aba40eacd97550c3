#include "CAnalysisData.h"

// Its arrays begin at multiples of 64 bytes.
_Alignas(64) static const uint8_t tagger[] = {
#embed "tagger.bin"
};

_Alignas(64) static const uint8_t fast_tagger[] = {
#embed "fast.bin"
};

rawi_analysis_data rawi_tagger(void) { return (rawi_analysis_data){tagger, sizeof tagger}; }

rawi_analysis_data rawi_fast_tagger(void) {
  return (rawi_analysis_data){fast_tagger, sizeof fast_tagger};
}
