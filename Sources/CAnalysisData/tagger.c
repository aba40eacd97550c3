#include "CAnalysisData.h"

// Its arrays begin at multiples of 64 bytes.
_Alignas(64) static const uint8_t tagger[] = {
#embed "tagger.bin"
};

rawi_analysis_data rawi_tagger(void) { return (rawi_analysis_data){tagger, sizeof tagger}; }
