#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bienban::bench {

/// Vietnamese prose that has nothing to do with the field, as documents of four to eight kilobytes, `bytes` in all:
/// weather, kitchen, football, school, markets, with names of people and towns, numbers, prices and dates, so that it
/// asks of the reader what a newspaper's other pages would. The same on every machine and in every run.
std::vector<std::string> unrelated_documents(std::size_t bytes);

}  // namespace bienban::bench
