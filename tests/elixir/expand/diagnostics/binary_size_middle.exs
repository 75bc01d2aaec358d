<<a::binary, b::8>> = "ab"
