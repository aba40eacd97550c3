#include "CMarkup.h"

static const unsigned char page_words[] = {
#embed "page_words.tsv"
};

rawi_markup_data rawi_page_words(void) {
  return (rawi_markup_data){page_words, sizeof page_words};
}
