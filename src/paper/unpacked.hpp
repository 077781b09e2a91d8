#pragma once

#include <zip.h>

#include <map>
#include <string>

/// The files of an office document, by name; for tests. Empty where the bytes are no zip file.
namespace bienban::paper {

inline std::map<std::string, std::string> unpacked(const std::string& bytes) {
	std::map<std::string, std::string> files;
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
	zip_t* const archive =
	    source == nullptr ? nullptr : zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, &error);
	if (archive == nullptr) {
		zip_source_free(source);
		return files;
	}
	const zip_int64_t count = zip_get_num_entries(archive, 0);
	for (zip_int64_t i = 0; i < count; ++i) {
		zip_stat_t stat;
		if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0) continue;
		std::string content(stat.size, '\0');
		zip_file_t* const file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
		if (file == nullptr) continue;
		zip_fread(file, content.data(), content.size());
		zip_fclose(file);
		files.emplace(stat.name, std::move(content));
	}
	zip_discard(archive);
	return files;
}

}  // namespace bienban::paper
