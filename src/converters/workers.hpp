#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/result.hpp"
#include "model/printed.hpp"

namespace bienban::converters {

/// Makes pages in processes of their own, as many at a time as there are cores, and hands them out in the order of
/// `pages`. A page whose process dies is the error conversion-died; the others are not touched by it.
void make_pages(const std::vector<std::size_t>& pages,
                const std::function<base::Result<model::PrintedPage>(std::size_t page)>& make,
                const std::function<void(std::size_t page, base::Result<model::PrintedPage>)>& take);

}  // namespace bienban::converters
