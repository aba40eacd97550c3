#include "CBuiltInData.h"

static const uint8_t sample_article[] = {
#embed "sample.txt"
};

rawi_data rawi_sample_article(void) {
  return (rawi_data){sample_article, sizeof sample_article};
}
