static const int threads = 256;         // of a block
