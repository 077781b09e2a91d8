#include "converters/converter.hpp"
#include "converters/recognise.hpp"
#include "converters/workers.hpp"

namespace bienban::converters {

namespace {

/// All pages of an image file, recognised. A page that fails is left empty as long as another one can be read.
base::Result<void> convert_image(const Input& input, std::string_view format, conversion::Sender& sender) {
	if (auto loaded = load_recognition(); !loaded) return loaded;
	const auto count = pages_of_image(input.bytes, format);
	if (!count) return tl::unexpected(count.error());
	std::vector<std::size_t> pages(*count);
	for (std::size_t i = 0; i < pages.size(); ++i) pages[i] = i;
	const auto make = [&](std::size_t page) -> base::Result<model::PrintedPage> {
		return read_image(input.bytes, format, page).and_then([](const Image& image) { return recognise(image, 0); });
	};
	bool begun = false;
	std::size_t empty_before = 0;
	base::Result<void> done = base::fail("conversion-broken", {std::string{format}});
	make_pages(pages, make, [&](std::size_t, base::Result<model::PrintedPage> page) {
		if (!page) {
			if (!begun) {
				if (empty_before++ == 0) done = tl::unexpected(page.error());
			} else {
				sender.page({});
			}
			return;
		}
		if (!begun) sender.begin_pages(format, true, {});
		for (; empty_before > 0; --empty_before) sender.page({});
		begun = true;
		sender.page(*page);
	});
	if (!begun) return done;
	sender.end();
	return {};
}

}  // namespace

base::Result<void> convert_png(const Input& input, conversion::Sender& sender) {
	return convert_image(input, "png", sender);
}

base::Result<void> convert_jpeg(const Input& input, conversion::Sender& sender) {
	return convert_image(input, "jpeg", sender);
}

base::Result<void> convert_tiff(const Input& input, conversion::Sender& sender) {
	return convert_image(input, "tiff", sender);
}

}  // namespace bienban::converters
