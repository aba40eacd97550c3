#include <dnnl.h>
// oneDNN divides a product among OpenMP's threads; each thread that calls it says that one is enough.
void omp_set_num_threads(int);
