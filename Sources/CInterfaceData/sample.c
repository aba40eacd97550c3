#include "CInterfaceData.h"

static const uint8_t sample_article[] = {
#embed "sample.txt"
};

rawi_interface_data rawi_sample_article(void) {
  return (rawi_interface_data){sample_article, sizeof sample_article};
}
