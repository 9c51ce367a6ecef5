"""The working scale of the projection; it lives on the ground floor, since the checks of figures use it too."""

from sxresearch.working_scale import Floats, Scale, ScaleKind, infer_scale, scale_of

__all__ = ["Floats", "Scale", "ScaleKind", "infer_scale", "scale_of"]
